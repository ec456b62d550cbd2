package dev.okxguard.providers;

import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.net.spi.URLStreamHandlerProvider;

/// Opens no address of the web: requests go through OkHttp alone. Java's cryptography makes such an
/// address as it starts, and leaves it at that.
public final class Nowhere extends URLStreamHandlerProvider {
  @Override
  public URLStreamHandler createURLStreamHandler(String protocol) {
    return protocol.startsWith("http") ? new Closed() : null;
  }

  private static final class Closed extends URLStreamHandler {
    @Override
    protected URLConnection openConnection(URL url) throws IOException {
      throw new IOException("nothing is read from " + url);
    }
  }
}
