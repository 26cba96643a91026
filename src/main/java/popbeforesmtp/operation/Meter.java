package popbeforesmtp.operation;

/**
 * Is told by the parts of the site what they do, and how often they have to say no. It hears kinds and numbers only, never
 * whose they are. Safe for any number of threads; never throws.
 */
public interface Meter {

    /** Counts nothing. */
    Meter NONE = new Meter() {
        @Override
        public Lap begin(Work work) {
            return () -> {};
        }

        @Override
        public void refused(Limit limit) {}
    };

    /** A piece of work that takes time. */
    enum Work {
        /** A form that a learner sent to a world, from the whole form to the whole answer. */
        PRESS,
        /** A journal that was played again, because its world was idle, undone or restored from a link. */
        REPLAY,
        /** Something that was written into the store. */
        STORE_WRITE,
        /** News for those who watch the door, made once for all who see the same. */
        DOOR_NEWS
    }

    /** A bound that somebody met. */
    enum Limit {
        /** Presses a second and learner. */
        PRESSES,
        /** New worlds a minute and address. */
        NEW_WORLDS,
        /** The length of a form. */
        FORM_SIZE,
        /** The time that a form may take. */
        FORM_TIME,
        /** The length of a request's head, or the time that it may take. */
        HEADERS,
        /** Room for forms that are not wholly there. */
        FORM_ROOM,
        /** Pages and files a second and address. */
        READS,
        /** Connections to the site at once; whoever waited longest was closed for it. */
        CONNECTIONS,
        /** The time, or the room, that the reading of an answer may take. */
        READING,
        /** Watchers of the door. */
        WATCHERS,
        /** Any answer 503: the site is stopping, its store is away, or it has no room. */
        UNAVAILABLE
    }

    /** A piece of work that is being done. */
    @FunctionalInterface
    interface Lap {

        /** It is done, well or not. To be called once. */
        void end();
    }

    /** A piece of work begins. */
    Lap begin(Work work);

    /** Somebody was turned away. */
    void refused(Limit limit);
}
