package dev.okxguard;

import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;

/// What stands behind an address of the web: nothing. Requests go through OkHttp alone.
final class Nowhere extends URLStreamHandler {
  @Override
  protected URLConnection openConnection(URL url) throws IOException {
    throw new IOException("nothing is read from " + url);
  }
}
