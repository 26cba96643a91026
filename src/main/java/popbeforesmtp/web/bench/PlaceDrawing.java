package popbeforesmtp.web.bench;

import popbeforesmtp.network.Place;

/** The drawings of places, by name. */
public final class PlaceDrawing {

    private PlaceDrawing() {}

    /** The drawing of a place. */
    public static String of(Place place) {
        return switch (place) {
            case CENTRE, NEXT_SEAT -> "hall";
            case HOME, ADSL -> "house";
            case PHONE, NEXT_CALLER -> "telephone";
            case STRANGER -> "pc";
        };
    }
}
