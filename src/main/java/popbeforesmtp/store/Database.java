package popbeforesmtp.store;

import java.sql.SQLException;
import java.util.List;

/** What the store needs of a database, and where the two kinds of it differ. Safe for any number of threads. */
interface Database extends AutoCloseable {

    /** Does something that sees the database as it is at one moment, and changes nothing. */
    <T> T read(Statements.Work<T> work) throws SQLException;

    /** Does something whole or not at all; after its end it is kept. */
    <T> T write(Statements.Work<T> work) throws SQLException;

    /** The words of this kind of database. */
    Dialect dialect();

    /** Whether the database is only away for now, and may be back later. */
    boolean isAway(SQLException e);

    /** Listens to what others write. */
    Ear listen() throws SQLException;

    @Override
    void close();

    /** One who listens. One thread at a time. */
    interface Ear extends AutoCloseable {

        /** Stands for all worlds: it is not known which have moved. */
        String ALL = "*";

        /**
         * The worlds that have moved since the last question, in hexadecimal digits. Waits for about a second if there are
         * none.
         */
        List<String> hear() throws SQLException, InterruptedException;

        @Override
        void close();
    }
}
