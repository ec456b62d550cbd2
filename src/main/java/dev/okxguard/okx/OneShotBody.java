package dev.okxguard.okx;

import dev.okxguard.okx.wire.WireRequest;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/// A body that OkHttp may write once only, so that no rule of HTTP (408, 503 with Retry-After, 307,
/// 421) makes it send the request a second time.
final class OneShotBody extends RequestBody {
  private final byte[] bytes;

  private OneShotBody(byte[] bytes) {
    this.bytes = bytes;
  }

  /// The request's body, null for GET as OkHttp wants it.
  static RequestBody of(WireRequest request) {
    return request.method().equals("GET") ? null : new OneShotBody(request.body());
  }

  /// None: the request's own header says it.
  @Override
  public MediaType contentType() {
    return null;
  }

  @Override
  public long contentLength() {
    return bytes.length;
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    sink.write(bytes);
  }
}
