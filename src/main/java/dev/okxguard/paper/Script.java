package dev.okxguard.paper;

import dev.okxguard.okx.wire.Transmission.Answered;
import dev.okxguard.paper.Effect.Damage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Everything that happens to one request. Delays and skews add up; of other effects that exclude
/// each other the first counts.
record Script(List<Effect> effects) {
  Script {
    effects = List.copyOf(effects);
  }

  boolean lostRequest() {
    return effects.contains(new Effect.LostRequest());
  }

  boolean lostReply() {
    return effects.contains(new Effect.LostReply());
  }

  /// How long it takes to be processed.
  Duration before() {
    return sum(of(Effect.Delay.class).filter(delay -> !delay.after()), Effect.Delay::length);
  }

  /// How long it then takes to be answered.
  Duration after() {
    return sum(of(Effect.Delay.class).filter(Effect.Delay::after), Effect.Delay::length);
  }

  /// How far the exchange's clock is ahead.
  Duration skew() {
    return sum(of(Effect.ClockSkew.class), Effect.ClockSkew::ahead);
  }

  /// What is younger than that is not found.
  Duration hidden() {
    return of(Effect.LateVisibility.class)
        .findFirst()
        .map(Effect.LateVisibility::age)
        .orElse(Duration.ZERO);
  }

  /// How much of a batch goes through, where not all of it does.
  Optional<Effect.PartialBatch> partial() {
    return of(Effect.PartialBatch.class).findFirst();
  }

  /// The answer that comes instead of the exchange's own.
  Optional<Effect.Refusal> refusal() {
    return of(Effect.Refusal.class).findFirst();
  }

  /// Whether the exchange gets to see the request.
  boolean processed() {
    return !lostRequest() && refusal().map(Effect.Refusal::processed).orElse(true);
  }

  /// The answer as it arrives.
  Answered damaged(Answered answer) {
    return of(Effect.Mangle.class)
        .findFirst()
        .map(mangle -> damaged(answer, mangle.damage()))
        .orElse(answer);
  }

  private <E extends Effect> Stream<E> of(Class<E> kind) {
    return effects.stream().filter(kind::isInstance).map(kind::cast);
  }

  private static <E> Duration sum(Stream<E> effects, Function<E, Duration> length) {
    return effects.map(length).reduce(Duration.ZERO, Duration::plus);
  }

  private static Answered damaged(Answered answer, Damage kind) {
    byte[] body = answer.body();
    byte[] arrives =
        switch (kind) {
          case EMPTY -> new byte[0];
          case TRUNCATED -> Arrays.copyOf(body, body.length / 2);
          case GARBAGE -> "\u0000\u0001{[not json".getBytes(StandardCharsets.UTF_8);
        };
    return new Answered(answer.status(), answer.headers(), arrives);
  }
}
