package popbeforesmtp.lesson;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One thing has one name, on pages, in lessons and in print. */
public final class Terms {

    /** By language: the name that is used, and other names of the same thing that are not. */
    private static final Map<String, Map<String, String>> OTHER_NAMES = Map.of(
            "ja",
            Map.ofEntries(
                    Map.entry("メールソフト", "メーラー?|メールプログラム|メールクライアント"),
                    Map.entry("メール", "手紙|電子メール|Eメール|[Ee]-?mail"),
                    Map.entry("あて先", "宛先|宛て先|あてさき|送信先|受信者"),
                    Map.entry("差出人", "送り主|差し出し人|差出し人|送信者"),
                    Map.entry("送信OKリスト", "許可リスト|受付名簿|名簿|ホワイトリスト"),
                    Map.entry("受信係・送信係", "受信サーバー|送信サーバー|受信窓口|送信窓口|POPサーバー|SMTPサーバー"),
                    Map.entry("サーバー", "サーバ(?!ー)"),
                    Map.entry("ルーター", "ルータ(?!ー)"),
                    Map.entry("ブラウザー", "ブラウザ(?!ー)"),
                    Map.entry("プロバイダー", "プロバイダ(?!ー)"),
                    Map.entry("迷惑メール", "スパム|ジャンクメール"),
                    Map.entry("断られました", "拒否され|拒絶|リジェクト"),
                    Map.entry("返事がありません", "タイムアウト|時間切れ|応答"),
                    Map.entry("つながりません", "接続エラー|接続できません"),
                    Map.entry("返事", "レスポンス|リプライ"),
                    Map.entry("期限", "有効時間|有効期間|制限時間"),
                    Map.entry("実験", "トライアル|サンドボックス"),
                    Map.entry("押す", "クリック|タップ|プッシュ"),
                    Map.entry("パソコン", "ＰＣ|コンピュータ(?!ー)|マシン"),
                    Map.entry("電話回線", "ダイヤルアップ回線|ダイアルアップ"),
                    Map.entry("となりの席", "隣の席|隣席"),
                    Map.entry("はじめから", "リセット"),
                    Map.entry("つなぎ直す", "再接続"),
                    Map.entry("行", "コマンド|ことば"),
                    Map.entry("住所（IPアドレス）、メールアドレス", "(?<!メール|IP|ページの|）)アドレス"),
                    Map.entry("アカウント名", "名前[とかや]パスワード|ユーザー名"),
                    Map.entry("道", "通り道|道すじ|経路"),
                    Map.entry("窓口", "戸口|門|門番"),
                    Map.entry("別のサーバー、ほかの会社、会員でない人", "よそ(?!う)"),
                    Map.entry("聞く、つなぐ", "たずね"),
                    Map.entry("初めのころの、以前の、出典", "もとの"),
                    Map.entry("わたしたちの考え", "わたしたちの読み"),
                    Map.entry("プロバイダーや企業", "プロバイダーや会社"),
                    Map.entry("エックスサーバー", "Xserver"),
                    Map.entry("昔", "むかし"),
                    Map.entry("次（ボタンは「つぎへ」）", "つぎ(?!へ)"),
                    Map.entry("全部、すべて", "ぜんぶ"),
                    Map.entry("違う", "ちが[うっいえわ]"),
                    Map.entry("比べる（メニューは「くらべる」）", "(?<!^)くらべ|^くらべ(?!る$)"),
                    Map.entry("減る、増える", "[へふ]え(?:る|ま|た|て)|へ[りっ](?:ま|た|て)"),
                    Map.entry("載る", "リストに(?:は|も)?の[っりるせ]"),
                    Map.entry("仕組み", "しくみ"),
                    Map.entry("謎", "なぞ"),
                    Map.entry("難しい", "むずかし"),
                    Map.entry("間違い", "まちが"),
                    Map.entry("必ず", "かならず"),
                    Map.entry("一緒に", "いっしょ"),
                    Map.entry("1台", "一台"),
                    Map.entry("わかる", "分か(?:り|る|っ|らな)"),
                    Map.entry("普段", "ふだん"),
                    Map.entry("不思議", "ふしぎ"),
                    Map.entry("ころ", "頃"),
                    Map.entry("要る", "(?<=[がはも])い(?:る|り|ら)(?=[。まな])"),
                    Map.entry("SMTP認証", "SMTP-?AUTH|送信者認証")),
            "en",
            Map.ofEntries(
                    Map.entry("mail", "e-?mails?"),
                    Map.entry("mail program", "mailers?|mail software|mail apps?"),
                    Map.entry("OK-to-send list", "allow-?list|white-?list|guest book"),
                    Map.entry("sending desk", "outgoing desk|outgoing server"),
                    Map.entry("receiving desk", "incoming desk|incoming server"),
                    Map.entry("spam", "junk|unsolicited"),
                    Map.entry("log-in, log in", "sign-?in|logon"),
                    Map.entry("name", "user ?names?|user-names?"),
                    Map.entry("recipient", "addressees?"),
                    Map.entry("refused", "rejected|rejects?"),
                    Map.entry("no answer", "time-?outs?|timed out"),
                    Map.entry("press", "clicks?|clicked|taps?|tapped"),
                    Map.entry("experiment", "trials?|sandbox"),
                    Map.entry("community centre", "community center|communal centre"),
                    Map.entry("provider", "carrier|telco"),
                    Map.entry("mailbox", "inbox|post-?box|letter-?box")));

    private Terms() {}

    /**
     * The names in a text that should be others, each with what to write.
     *
     * @param language ja or en
     * @param text as learners read it, without markup
     */
    public static List<String> otherNames(String language, String text) {
        return OTHER_NAMES.get(language).entrySet().stream()
                .flatMap(term -> pattern(language, term.getValue())
                        .matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .map(name -> "\"" + name + "\" is called \"" + term.getKey() + "\" here: " + text))
                .toList();
    }

    private static Pattern pattern(String language, String names) {
        return language.equals("ja")
                ? Pattern.compile(names)
                : Pattern.compile("\\b(?:" + names + ")\\b", Pattern.CASE_INSENSITIVE);
    }
}
