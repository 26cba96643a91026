package popbeforesmtp.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

/** Callers from outside are their addresses and nothing else. */
class DirectCallersTest {

    @Test
    void an_address_is_one_whatever_it_is_called_and_however_it_came() throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xFF;
        mapped[11] = (byte) 0xFF;
        System.arraycopy(new byte[] {(byte) 198, 51, 100, 7}, 0, mapped, 12, 4);
        InetAddress plain = Addresses.of("198.51.100.7");
        assertThat(DirectCallers.plain(Inet6Address.getByAddress("mapped", mapped, -1)))
                .isEqualTo(plain);
        assertThat(DirectCallers.plain(Addresses.named("some.name", "198.51.100.7")))
                .isEqualTo(plain);
        byte[] local = new byte[16];
        local[0] = (byte) 0xFE;
        local[1] = (byte) 0x80;
        local[15] = 1;
        assertThat(DirectCallers.plain(Inet6Address.getByAddress("", local, 2)).getHostAddress())
                .isEqualTo("fe80:0:0:0:0:0:0:1");
    }
}
