package popbeforesmtp.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.EventLog;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.eventlog.WorldId;
import popbeforesmtp.gate.hosts.HostTable;

class PracticeNetworkTest {

    private static final SeatId SEAT = SeatId.FIRST;
    private static final InetSocketAddress NOBODY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);

    private final CallTable calls = new CallTable();
    private final EventLog log = new EventLog(10);

    private PracticeNetwork network(InetSocketAddress listener) {
        return new PracticeNetwork(
                new WorldId("w"),
                new PracticeNetwork.Exterior(
                        HostTable.directory(),
                        port -> port == 25 || port == 110 ? Optional.of(listener) : Optional.empty(),
                        calls),
                log::append,
                () -> Instant.EPOCH);
    }

    @Test
    void a_call_is_known_by_its_full_socket_address_until_it_is_taken() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress address = (InetSocketAddress) listener.getLocalSocketAddress();
            Dialled dialled = network(address).dial(SEAT, Place.CENTRE, "SMTP.Plala.example", 25);
            Dialled.Connected way = (Dialled.Connected) dialled;
            try (Socket client = way.sockets().createSocket()) {
                client.connect(address);
                try (Socket server = listener.accept()) {
                    Call call = calls.take((InetSocketAddress) server.getRemoteSocketAddress())
                            .orElseThrow();
                    assertThat(call.from()).isEqualTo(Addresses.of("198.51.100.7"));
                    assertThat(call.host()).isEqualTo("plala.example");
                    assertThat(call.dialled()).isEqualTo("SMTP.Plala.example");
                    assertThat(client.getTcpNoDelay()).isTrue();
                    assertThat(calls.take((InetSocketAddress) server.getRemoteSocketAddress()))
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void a_connection_that_fails_leaves_no_call_behind() throws IOException {
        InetSocketAddress gone;
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            gone = (InetSocketAddress) listener.getLocalSocketAddress();
        }
        assertFails(gone);
    }

    /** As when every free port of the machine is taken. */
    @Test
    void a_connection_that_gets_no_port_of_its_own_leaves_no_call_behind() throws IOException {
        assertFails(new InetSocketAddress(InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1}), 110));
    }

    private void assertFails(InetSocketAddress listener) throws IOException {
        Dialled.Connected way = (Dialled.Connected) network(listener).dial(SEAT, Place.HOME, "pop.plala.example", 110);
        try (Socket client = way.sockets().createSocket()) {
            assertThatThrownBy(() -> client.connect(listener)).isInstanceOf(IOException.class);
        }
        assertThat(way.call().hasEnded()).isTrue();
        assertThat(calls.size()).isZero();
    }

    @Test
    void the_centres_network_decides_before_a_byte_flows() {
        PracticeNetwork network = network(NOBODY);
        String yahoo = "smtp.yahoo.example";

        network.centre(CentreNetwork.PORT_25_CLOSED);
        assertThat(network.dial(SEAT, Place.CENTRE, yahoo, 25))
                .isEqualTo(new Dialled.Silence(PracticeNetwork.PATIENCE));
        assertThat(network.dial(SEAT, Place.NEXT_SEAT, yahoo, 25)).isInstanceOf(Dialled.Silence.class);
        assertThat(network.dial(SEAT, Place.HOME, yahoo, 25)).isInstanceOf(Dialled.Connected.class);
        assertThat(network.dial(SEAT, Place.CENTRE, "pop.yahoo.example", 110)).isInstanceOf(Dialled.Connected.class);

        network.centre(CentreNetwork.WEB_ONLY);
        assertThat(network.dial(SEAT, Place.CENTRE, yahoo, 25)).isEqualTo(new Dialled.NameUnknown(yahoo));

        network.centre(CentreNetwork.PORT_25_TO_TOWN);
        Dialled.Connected town = (Dialled.Connected) network.dial(SEAT, Place.CENTRE, yahoo, 25);
        assertThat(town.call().host()).isEqualTo("town.example");
        assertThat(town.call().dialled()).isEqualTo(yahoo);

        network.centre(CentreNetwork.TWO_EXITS);
        assertThat(network.shownAddress(SEAT, Place.CENTRE, 110)).contains(Addresses.of("198.51.100.7"));
        assertThat(network.shownAddress(SEAT, Place.CENTRE, 25)).contains(Addresses.of("198.51.100.8"));
    }

    @Test
    void names_and_ports_that_are_not_there_are_told_apart_and_logged() {
        PracticeNetwork network = network(NOBODY);

        assertThat(network.dial(SEAT, Place.HOME, "pop.asahi.example", 110)).isInstanceOf(Dialled.NameUnknown.class);
        assertThat(network.dial(SEAT, Place.HOME, "smtp.asahi.example", 110)).isEqualTo(new Dialled.Refused(110));

        assertThat(log.all())
                .extracting(event -> ((Event.CallFailed) event).reason())
                .containsExactly(Reason.NAME_UNKNOWN, Reason.CONNECTION_REFUSED);
    }

    @Test
    void only_the_next_caller_gets_the_address_that_was_freed() {
        TelephoneExchange exchange = new TelephoneExchange();
        assertThat(exchange.nextCallerDials(SEAT)).isEmpty();
        InetAddress first = exchange.dial(SEAT).orElseThrow();
        assertThat(exchange.hangUp(SEAT)).contains(first);
        assertThat(exchange.nextCallerDials(SEAT)).contains(first);
        assertThat(exchange.dial(SEAT).orElseThrow()).isNotEqualTo(first);
    }

    @Test
    void a_call_without_a_line_is_a_mistake_of_the_caller() {
        assertThatThrownBy(() -> network(NOBODY).dial(SEAT, Place.PHONE, "pop.plala.example", 110))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void subnets_know_their_ends() {
        Subnet plala = Subnet.of("203.0.113.0/26");
        assertThat(plala.test(Addresses.of("203.0.113.63"))).isTrue();
        assertThat(plala.test(Addresses.of("203.0.113.64"))).isFalse();
        assertThat(Subnet.of("0.0.0.0/0").test(Addresses.of("198.18.77.9"))).isTrue();
    }

    @Test
    void over_ipv6_each_seat_of_the_centre_shows_an_address_of_its_own_and_all_others_what_they_always_show() {
        assertThat(PracticeNetwork.routerShows(Place.CENTRE, CentreNetwork.IPV6, 25)
                        .map(Addresses::text))
                .contains("2001:db8::b");
        assertThat(PracticeNetwork.routerShows(Place.NEXT_SEAT, CentreNetwork.IPV6, 110)
                        .map(Addresses::text))
                .contains("2001:db8::c");
        assertThat(PracticeNetwork.routerShows(Place.ADSL, CentreNetwork.IPV6, 25)
                        .map(Addresses::text))
                .contains("203.0.113.70");
    }
}
