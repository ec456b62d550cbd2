package dev.okxguard.okx.wire;

/// Carries one request to an exchange and says what became of it. Sends it at most once; never
/// follows a redirect; never throws for network trouble.
public interface Transport extends AutoCloseable {
  /// Sends the request and waits for the answer, no longer than the request's timeout.
  Transmission send(WireRequest request);

  /// Lets connections and threads go.
  @Override
  void close();
}
