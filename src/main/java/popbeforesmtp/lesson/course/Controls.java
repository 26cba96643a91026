package popbeforesmtp.lesson.course;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import popbeforesmtp.lesson.source.YamlNode;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.press.Press;

/**
 * What a trial shows of the sandbox; the rest is left away.
 *
 * @param shown the parts
 * @param places where one can sit; with one place there is nothing to choose
 */
public record Controls(Set<Control> shown, List<Place> places) {

    /** A part of the sandbox. */
    public enum Control {
        /** 受信する. */
        RECEIVE,
        /** 送信する. */
        SEND,
        /** 送受信する. */
        BOTH,
        /** The buttons that move the clock. */
        CLOCK,
        /** 電話をかける, 電話を切る, 次の人がかける. */
        PHONE,
        /** The lists of addresses. */
        LIST,
        /** The dialogue. */
        TALK,
        /** SMTP AUTH on or off. */
        AUTH,
        /** The router and the wall of the place, drawn. */
        WALL,
        /** The ladder of lesson 6. */
        LADDER,
        /** A line to a server by hand. */
        HAND;

        /** The name in content: {@code receive}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Control> of(String id) {
            return Arrays.stream(values())
                    .filter(control -> control.id().equals(id))
                    .findFirst();
        }
    }

    private static final Set<String> PLACES = Set.of("places");

    /** Keeps the sets as they are now. */
    public Controls {
        shown = Set.copyOf(shown);
        places = List.copyOf(places);
    }

    /** Whether this part is shown, by its id. */
    public boolean shows(String id) {
        return Control.of(id).filter(shown::contains).isPresent();
    }

    /** Whether the surroundings are drawn, to be seen or to be operated. */
    public boolean isOperated() {
        return places.size() > 1 || shown.contains(Control.WALL) || shown.contains(Control.AUTH);
    }

    static Controls read(YamlNode outline) {
        Set<Control> shown = EnumSet.noneOf(Control.class);
        List<Place> places = List.of();
        for (YamlNode item : outline.items()) {
            if (item.isText()) {
                shown.add(item.as("control", Control::of));
            } else {
                Map<String, YamlNode> words = item.entries(PLACES);
                places = item.required(words, "places").items().stream()
                        .map(place -> place.as("place", Place::of))
                        .toList();
            }
        }
        return new Controls(shown, places);
    }

    /** Whether this can be pressed. */
    public boolean allow(Press press) {
        if (press instanceof Press.MoveTo move) {
            return places.contains(move.place());
        }
        return shown.contains(needed(press));
    }

    private static Control needed(Press press) {
        if (press instanceof Press.Receive) {
            return Control.RECEIVE;
        }
        if (press instanceof Press.Send) {
            return Control.SEND;
        }
        if (press instanceof Press.SendReceive) {
            return Control.BOTH;
        }
        if (press instanceof Press.Advance) {
            return Control.CLOCK;
        }
        if (press instanceof Press.Climb) {
            return Control.LADDER;
        }
        if (press instanceof Press.Open || press instanceof Press.Type || press instanceof Press.Close) {
            return Control.HAND;
        }
        return press instanceof Press.Choose ? Control.AUTH : Control.PHONE;
    }
}
