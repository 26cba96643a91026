package popbeforesmtp.web.bench;

import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.press.LadderStep;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;

/** The key of the words on the button of a press. */
public final class PressLabels implements Press.Acts<String> {

    @Override
    public String begin(SetUp setUp) {
        return "btn.reset";
    }

    @Override
    public String receive() {
        return "btn.receive";
    }

    @Override
    public String send() {
        return "btn.send";
    }

    @Override
    public String sendReceive() {
        return "btn.both";
    }

    @Override
    public String moveTo(Place place) {
        return "place.go";
    }

    @Override
    public String dial() {
        return "phone.dial";
    }

    @Override
    public String hangUp() {
        return "phone.hang-up";
    }

    @Override
    public String nextCallerDials() {
        return "phone.next-caller";
    }

    @Override
    public String advance(Press.ClockMove move) {
        return "clock." + (move.fixed().isPresent() ? "plus." : "") + move.id();
    }

    @Override
    public String choose(Options options) {
        return "choice.go";
    }

    @Override
    public String climb(LadderStep rung) {
        return "ladder.go";
    }

    @Override
    public String open(String host, int port) {
        return "console.open";
    }

    @Override
    public String type(String line) {
        return "console.type";
    }

    @Override
    public String close() {
        return "console.close";
    }

    @Override
    public String lineCut() {
        return "console.close";
    }
}
