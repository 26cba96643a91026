package popbeforesmtp.web.classroom;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as the squares of a drawing.
 *
 * @param size how many squares it is wide and high, its quiet edge included
 * @param path the dark squares, as an SVG path
 */
public record Qr(int size, String path) {

    /** The quiet edge that readers need (ISO/IEC 18004: four squares). */
    private static final int EDGE = 4;

    static Qr of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + EDGE)
                            .append(' ')
                            .append(y + EDGE)
                            .append("h1v1h-1z");
                }
            }
        }
        return new Qr(code.size + 2 * EDGE, path.toString());
    }
}
