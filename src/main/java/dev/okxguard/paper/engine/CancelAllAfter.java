package dev.okxguard.paper.engine;

import dev.okxguard.model.Decimals;
import dev.okxguard.paper.Call;
import dev.okxguard.paper.Result;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// POST trade/cancel-all-after: every call restarts the countdown of its tag, 0 switches it off.
record CancelAllAfter(Session session) {
  private static final String EXPIRED = "20";
  private static final int LEAST = 10;
  private static final int MOST = 120;
  private static final int TAGS = 20;

  Result set(Call call) {
    Fields body = new Fields(call.body());
    int seconds = seconds(body.required("timeOut"));
    String tag = body.textOrEmpty("tag");
    Timers timers = session.account().timers();
    if (seconds == 0) {
      timers.remove(tag);
    } else {
      refuseTooMany(tag);
      timers.set(tag, session.now().plusSeconds(seconds));
    }
    Row row = new Row().text("tag", tag).time("ts", session.now());
    if (seconds == 0) {
      row.zero("triggerTime");
    } else {
      row.time("triggerTime", timers.at(tag));
    }
    return Result.of(Row.list(List.of(row.build())));
  }

  /// Cancels what the timer of that tag covers, and forgets the timer.
  void fire(String tag) {
    Orders orders = session.account().orders();
    Instant now = session.now();
    orders
        .pending(terms -> tag.isEmpty() || terms.tag().equals(tag))
        .forEach(order -> orders.put(order.canceled(EXPIRED, now)));
    session.account().timers().remove(tag);
  }

  private static int seconds(String text) {
    BigDecimal seconds =
        Decimals.parse(text)
            .filter(value -> Decimals.isMultiple(value, BigDecimal.ONE))
            .orElseThrow(() -> Refused.parameter("timeOut"));
    boolean off = seconds.signum() == 0;
    boolean within =
        seconds.compareTo(BigDecimal.valueOf(LEAST)) >= 0
            && seconds.compareTo(BigDecimal.valueOf(MOST)) <= 0;
    if (!off && !within) {
      throw Refused.parameter("timeOut");
    }
    return seconds.intValueExact();
  }

  private void refuseTooMany(String tag) {
    Timers timers = session.account().timers();
    long others =
        timers.all().keySet().stream().filter(o -> !o.isEmpty() && !o.equals(tag)).count();
    if (!tag.isEmpty() && others >= TAGS) {
      throw Refused.because("51071", "20 tags have timers already");
    }
  }
}
