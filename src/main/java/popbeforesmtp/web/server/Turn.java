package popbeforesmtp.web.server;

import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** From here on a request is being answered. One whose connection had to give way while it waited for its turn is not. */
final class Turn extends Handler.Wrapper {

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (ClientConnection.works(request)) {
            return super.handle(request, response, callback);
        }
        callback.failed(new EofException("its connection gave way"));
        return true;
    }
}
