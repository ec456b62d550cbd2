package dev.okxguard.okx;

import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.EventListener;

/// Notes when a request's first byte may have left: from then on it may have reached the exchange.
final class SendWatch extends EventListener {
  @Override
  public void requestHeadersStart(Call call) {
    Mark mark = call.request().tag(Mark.class);
    if (mark != null) {
      mark.made.set(true);
    }
  }

  /// Travels with one request.
  static final class Mark {
    private final AtomicBoolean made = new AtomicBoolean();

    /// Whether sending began.
    boolean made() {
      return made.get();
    }
  }
}
