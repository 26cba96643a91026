package popbeforesmtp;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;

/** The window of {@link Folder}: the address for the whiteboard, very large; the teacher's page; closing it ends the class. */
final class ClassWindow {

    private static final int BODY = 18;
    private static final int LARGE = 34;
    private static final int ADDRESSES = 3;

    private final Map<String, String> words;
    private final JFrame frame;

    private ClassWindow(Map<String, String> words) {
        this.words = words;
        this.frame = new JFrame(word("site"));
    }

    /**
     * Opens it.
     *
     * @param words the site's texts in one language
     * @param addresses what other PCs in the room type, the likeliest first
     * @param teach opens the teacher's page
     */
    static void open(Map<String, String> words, List<String> addresses, Runnable teach) {
        SwingUtilities.invokeLater(() -> new ClassWindow(words).show(addresses, teach));
    }

    private void show(List<String> addresses, Runnable teach) {
        JPanel page = new JPanel();
        page.setLayout(new BoxLayout(page, BoxLayout.PAGE_AXIS));
        page.setBorder(BorderFactory.createEmptyBorder(24, 32, 24, 32));
        page.add(label(word(addresses.isEmpty() ? "folder.alone" : "folder.write"), BODY));
        addresses.stream().limit(ADDRESSES).forEach(address -> page.add(copyable(address)));
        page.add(Box.createVerticalStrut(16));
        page.add(button(teach));
        page.add(Box.createVerticalStrut(16));
        page.add(label(word("folder.close"), BODY));
        frame.add(page, BorderLayout.CENTER);
        frame.setDefaultCloseOperation(JFrame.DO_NOTHING_ON_CLOSE);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                end();
            }
        });
        frame.pack();
        frame.setMinimumSize(new Dimension(560, frame.getHeight()));
        frame.setLocationRelativeTo(null);
        frame.setVisible(true);
    }

    private void end() {
        Object[] answers = {word("folder.end.yes"), word("folder.end.no")};
        JLabel question = label(word("folder.end"), BODY);
        int answer = JOptionPane.showOptionDialog(
                frame,
                question,
                word("site"),
                JOptionPane.YES_NO_OPTION,
                JOptionPane.PLAIN_MESSAGE,
                null,
                answers,
                answers[1]);
        if (answer == JOptionPane.YES_OPTION) {
            frame.dispose();
            new Thread(() -> System.exit(0), "end").start();
        }
    }

    private JButton button(Runnable teach) {
        JButton button = new JButton(word("folder.teach"));
        button.setFont(font(Font.BOLD, BODY));
        button.setAlignmentX(Component.LEFT_ALIGNMENT);
        button.addActionListener(pressed -> new Thread(teach, "browser").start());
        return button;
    }

    private static JLabel label(String text, int size) {
        JLabel label = new JLabel(text, SwingConstants.LEADING);
        label.setFont(font(Font.PLAIN, size));
        label.setAlignmentX(Component.LEFT_ALIGNMENT);
        return label;
    }

    /** A line that can be selected and read out, though not written in. */
    private static JTextField copyable(String text) {
        JTextField field = new JTextField(text);
        field.setEditable(false);
        field.setBorder(BorderFactory.createEmptyBorder(6, 0, 6, 0));
        field.setFont(font(Font.BOLD, LARGE));
        field.setAlignmentX(Component.LEFT_ALIGNMENT);
        return field;
    }

    private static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    private String word(String key) {
        return Objects.requireNonNull(words.get(key), key).replaceAll("\\{([^{}|]+)\\|\\|?[^{}|]+\\}", "$1");
    }
}
