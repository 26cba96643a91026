package popbeforesmtp.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The addresses for the whiteboard. */
class RoomAddressesTest {

    @ParameterizedTest
    @CsvSource({
        "eth0, false",
        "wlan0, false",
        "Intel(R) Ethernet Connection I219-LM, false",
        "Realtek RTL8188EE 802.11 b/g/n Wi-Fi Adapter, false",
        "VirtualBox Host-Only Ethernet Adapter, true",
        "Hyper-V Virtual Ethernet Adapter, true",
        "vEthernet (WSL), true",
        "VMware Virtual Ethernet Adapter for VMnet8, true",
        "docker0, true",
        "br-3f2a, true",
        "TAP-Windows Adapter V9, true",
        "virbr0, true",
        "Npcap Loopback Adapter, true",
    })
    void adapters_of_virtual_machines_are_none_of_the_room(String name, boolean virtual) {
        assertThat(RoomAddresses.isVirtual(name)).isEqualTo(virtual);
    }

    @Test
    void none_of_them_leads_back_to_this_machine_alone() {
        assertThat(RoomAddresses.now())
                .noneMatch(
                        found -> found.host().startsWith("127.") || found.host().startsWith("169.254."));
    }

    @Test
    void the_usual_port_is_not_written() {
        assertThat(RoomAddresses.url("192.168.1.5", 80, "/")).isEqualTo("http://192.168.1.5/");
        assertThat(RoomAddresses.url("192.168.1.5", 7070, "/join")).isEqualTo("http://192.168.1.5:7070/join");
    }
}
