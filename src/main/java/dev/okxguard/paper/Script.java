package dev.okxguard.paper;

import dev.okxguard.okx.wire.Transmission.Answered;
import dev.okxguard.paper.Effect.Damage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Everything that happens to one request.
///
/// @param before,after how long it takes to be processed, and then to be answered
/// @param skew how far the exchange's clock is ahead
/// @param hidden orders younger than that are not found
record Script(
    boolean lostRequest,
    boolean lostReply,
    Duration before,
    Duration after,
    Duration skew,
    Duration hidden,
    Optional<Effect.Refusal> refusal,
    Optional<Damage> damage) {
  private static final Script QUIET =
      new Script(
          false,
          false,
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          Optional.empty(),
          Optional.empty());

  static Script of(List<Effect> effects) {
    Script script = QUIET;
    for (Effect effect : effects) {
      script = script.with(effect);
    }
    return script;
  }

  private Script with(Effect effect) {
    return switch (effect) {
      case Effect.LostRequest() ->
          new Script(true, lostReply, before, after, skew, hidden, refusal, damage);
      case Effect.LostReply() ->
          new Script(lostRequest, true, before, after, skew, hidden, refusal, damage);
      case Effect.Delay(Duration length, boolean late) ->
          new Script(
              lostRequest,
              lostReply,
              late ? before : before.plus(length),
              late ? after.plus(length) : after,
              skew,
              hidden,
              refusal,
              damage);
      case Effect.ClockSkew(Duration ahead) ->
          new Script(
              lostRequest, lostReply, before, after, skew.plus(ahead), hidden, refusal, damage);
      case Effect.LateVisibility(Duration age) ->
          new Script(lostRequest, lostReply, before, after, skew, age, refusal, damage);
      case Effect.Refusal first ->
          new Script(
              lostRequest,
              lostReply,
              before,
              after,
              skew,
              hidden,
              refusal.or(() -> Optional.of(first)),
              damage);
      case Effect.Mangle(Damage kind) ->
          new Script(
              lostRequest, lostReply, before, after, skew, hidden, refusal, Optional.of(kind));
    };
  }

  /// Whether the exchange gets to see the request.
  boolean processed() {
    return !lostRequest && refusal.map(Effect.Refusal::processed).orElse(true);
  }

  /// The answer as it arrives.
  Answered damaged(Answered answer) {
    return damage.map(kind -> damaged(answer, kind)).orElse(answer);
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
