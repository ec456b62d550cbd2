package dev.okxguard.trade;

import dev.okxguard.journal.Event;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Time;
import dev.okxguard.okx.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/// Finds out what became of a write whose answer was lost: by asking, never by sending again.
///
/// OKX drops an order or an amendment that arrives after its expiry time, and any request whose
/// signature is older than 30 s; so what still does not show after that, twice, every read having
/// succeeded, was never accepted.
final class Resolver {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /// How far past the expiry "not there" begins to count: clock error and late visibility.
  private static final Duration MARGIN = Duration.ofSeconds(2);

  /// How long OKX takes a signed request (30 s), and a little more: for intents without an expiry
  /// on record.
  private static final Duration SIGNATURE_LIFE = Duration.ofSeconds(32);

  private static final int CONCLUSIVE_ROUNDS = 2;

  /// After how many rounds whoever waits is told why it takes so long.
  private static final int PATIENT = 5;

  private final Exchange exchange;
  private final Time time;
  private final Consumer<String> progress;
  private final Fates fates;

  Resolver(Exchange exchange, Time time, Consumer<String> progress) {
    this.exchange = exchange;
    this.time = time;
    this.progress = progress;
    this.fates = new Fates(exchange);
  }

  /// What became of that intent.
  ///
  /// @param since when it was written, by the local clock
  Resolution what(Event.Intent intent, Instant since) {
    Optional<Fate> fate = fates.of(intent.action());
    if (fate.isEmpty()) {
      return new Resolution.Open(
          "a newer version wrote '" + intent.action() + "'", Optional.empty());
    }
    progress.accept("asking OKX what became of " + intent.action() + " " + intent.intentId());
    try {
      return ask(fate.get(), intent, since);
    } catch (Fault fault) {
      return new Resolution.Open(fault.getMessage(), fault.exchange());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Resolution.Open("interrupted while asking", Optional.empty());
    }
  }

  private Resolution ask(Fate fate, Event.Intent intent, Instant since)
      throws InterruptedException {
    int nothing = 0;
    for (int round = 0; round < fate.rounds(); round++) {
      boolean late = late(intent, since);
      Optional<Resolution> seen = fate.look(intent, since, late);
      if (seen.isPresent()) {
        return seen.get();
      }
      nothing = late ? nothing + 1 : 0;
      if (nothing == CONCLUSIVE_ROUNDS) {
        return fate.nothing(intent);
      }
      if (round == PATIENT) {
        progress.accept("nothing yet; asking until OKX cannot take it any more");
      }
      time.pause(PAUSE);
    }
    return new Resolution.Open("nothing shows yet, but OKX may still take it", Optional.empty());
  }

  /// Whether OKX would drop the request by now, by its own clock where the request says when.
  private boolean late(Event.Intent intent, Instant since) {
    Instant now = intent.expiry().isPresent() ? exchange.serverTime() : time.now();
    return now.isAfter(dropped(intent, since));
  }

  /// From when on OKX drops the request: by its own clock where the request says when, else by this
  /// computer's.
  ///
  /// @param since when it was written, by the local clock
  static Instant dropped(Event.Intent intent, Instant since) {
    return intent
        .expiry()
        .map(expiry -> expiry.plus(MARGIN))
        .orElseGet(() -> since.plus(SIGNATURE_LIFE));
  }
}
