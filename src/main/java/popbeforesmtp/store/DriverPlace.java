package popbeforesmtp.store;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteJDBCLoader;

/**
 * Where the native part of SQLite's driver is unpacked: beside the worlds, in a place of this process. What ended processes
 * have left of theirs goes, which nobody would clear away in the system's own temporary folder; what is another living one's
 * stays.
 */
final class DriverPlace {

    private static final String NAME = "native";
    private static final String PROPERTY = "org.sqlite.tmpdir";

    /** The native part, and something more. */
    private static final long NEEDED_OCTETS = 2 << 20;

    private DriverPlace() {}

    /**
     * Makes the folder, and unpacks the native part there, unless this process has it already.
     *
     * @param folder where the worlds are
     * @throws SQLException if that cannot be done: {@code SQLITE_FULL} if there is no room, which may pass
     */
    static synchronized void unpackIn(Path folder) throws SQLException {
        Path places = folder.resolve(NAME);
        try {
            Files.createDirectories(places);
            if (System.getProperty(PROPERTY) == null) {
                clearAfterOthers(places);
                Path own = Files.createDirectories(places.resolve(Long.toString(own())));
                System.setProperty(PROPERTY, own.toString());
            }
            boolean unused = SQLiteJDBCLoader.initialize();
        } catch (IOException e) {
            throw failure(folder, "the folder cannot be made or read: " + e, e);
        } catch (Exception e) {
            clearOwn();
            throw failure(folder, "SQLite's native part cannot be unpacked or used in " + places, e);
        }
    }

    private static SQLException failure(Path folder, String reason, Exception cause) {
        return isFull(folder)
                ? new SQLException("there is no room left in " + folder, "", SQLiteErrorCode.SQLITE_FULL.code, cause)
                : new SQLException(reason, cause);
    }

    private static boolean isFull(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() < NEEDED_OCTETS;
        } catch (IOException e) {
            return false;
        }
    }

    private static long own() {
        return ProcessHandle.current().pid();
    }

    /** Half a native part is of no use, and would be in the way of the next try. */
    private static void clearOwn() {
        String own = System.getProperty(PROPERTY);
        if (own != null) {
            try {
                clear(Path.of(own));
            } catch (IOException | DirectoryIteratorException e) {
                // Then the next try may find less room.
            }
        }
    }

    private static void clearAfterOthers(Path places) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(places, DriverPlace::isOfAnEndedProcess)) {
            for (Path place : left) {
                clear(place);
                Files.deleteIfExists(place);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Another process clears away at the same moment.
        }
    }

    private static void clear(Path place) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(place)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** In a container every process has the same number: then what is there was left by the one before. */
    private static boolean isOfAnEndedProcess(Path place) {
        try {
            long number = Long.parseLong(place.getFileName().toString());
            return number == own() || ProcessHandle.of(number).isEmpty();
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
