package popbeforesmtp.mailserver.mailbox;

import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One mailbox a name, whoever calls. */
public final class NamedMailboxes implements Mailboxes {

    private final String era;
    private final Map<String, Mailbox> mailboxes = new ConcurrentHashMap<>();

    /** @param era what the unique ids of the mails begin with */
    public NamedMailboxes(String era) {
        this.era = era;
    }

    @Override
    public void add(String user, boolean forgets) {
        mailboxes.computeIfAbsent(user, name -> new Mailbox(forgets, era, Room.ANY));
    }

    @Override
    public boolean has(String user) {
        return mailboxes.containsKey(user);
    }

    @Override
    public Optional<Mailbox> of(String user, InetAddress caller) {
        return Optional.ofNullable(mailboxes.get(user));
    }

    @Override
    public long keptOctets() {
        return mailboxes.values().stream().mapToLong(Mailbox::keptOctets).sum();
    }
}
