package popbeforesmtp.process;

import java.util.ArrayList;
import java.util.List;

/** Leads each request to the next of several processes, whoever asks; who gets no answer is led on. */
final class Balancer implements Way {

    private final List<Integer> ports = new ArrayList<>();
    private int turn;
    private int answered;
    private int lost;

    Balancer(List<SiteProcess> processes) {
        processes.forEach(process -> ports.add(process.port()));
    }

    @Override
    public synchronized int port() {
        return ports.get(turn++ % ports.size());
    }

    @Override
    public synchronized void lost(int port) {
        ports.remove(Integer.valueOf(port));
        lost++;
    }

    @Override
    public synchronized void answered() {
        answered++;
        notifyAll();
    }

    /** Waits until so many requests were answered. */
    synchronized void awaitAnswers(int many) throws InterruptedException {
        while (answered < many) {
            wait();
        }
    }

    /** How many requests got no answer. */
    synchronized int lost() {
        return lost;
    }
}
