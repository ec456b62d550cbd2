package dev.okxguard.paper;

import dev.okxguard.paper.Effect.Damage;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what a scripted fault does.
final class FaultKind {
  private static final Pattern TIMED = Pattern.compile("([a-z-]+)=(-?[0-9]+)");
  private static final Pattern PARTIAL = Pattern.compile("partial=([1-9][0-9]?)(\\+effect)?");
  private static final Pattern ANSWER =
      Pattern.compile("(?:(429|[1-9][0-9]{4})|http-([45][0-9]{2}))(\\+effect)?");

  private FaultKind() {}

  /// The effect of that text, or empty when it is none.
  static Optional<Effect> effect(String text) {
    Matcher partial = PARTIAL.matcher(text);
    if (partial.matches()) {
      int taken = Integer.parseInt(partial.group(1));
      return Optional.of(new Effect.PartialBatch(taken, partial.group(2) != null));
    }
    Matcher timed = TIMED.matcher(text);
    if (timed.matches()) {
      return timed(timed.group(1), Duration.ofMillis(Long.parseLong(timed.group(2))));
    }
    Matcher answer = ANSWER.matcher(text);
    return answer.matches() ? Optional.of(refusal(answer)) : plain(text);
  }

  private static Optional<Effect> plain(String kind) {
    return Optional.ofNullable(
        switch (kind) {
          case "lost-reply" -> new Effect.LostReply();
          case "lost-request" -> new Effect.LostRequest();
          case "empty" -> new Effect.Mangle(Damage.EMPTY);
          case "truncated" -> new Effect.Mangle(Damage.TRUNCATED);
          case "garbage" -> new Effect.Mangle(Damage.GARBAGE);
          default -> null;
        });
  }

  private static Optional<Effect> timed(String kind, Duration length) {
    if (kind.equals("clock-skew")) {
      return Optional.of(new Effect.ClockSkew(length));
    }
    if (length.isNegative()) {
      return Optional.empty();
    }
    return Optional.ofNullable(
        switch (kind) {
          case "delay", "slow" -> new Effect.Delay(length, false);
          case "delay-after" -> new Effect.Delay(length, true);
          case "late-visibility" -> new Effect.LateVisibility(length);
          default -> null;
        });
  }

  private static Effect refusal(Matcher answer) {
    boolean processed = answer.group(3) != null;
    if (answer.group(2) != null) {
      int status = Integer.parseInt(answer.group(2));
      return new Effect.Refusal(Result.failure(status, "", "scripted failure"), processed);
    }
    String code = answer.group(1).equals("429") ? "50011" : answer.group(1);
    return new Effect.Refusal(Result.failure(status(code), code, message(code)), processed);
  }

  /// The HTTP status OKX sends with a code (reference b.3).
  private static int status(String code) {
    return switch (code) {
      case "50000",
          "50002",
          "50004",
          "50006",
          "50014",
          "50015",
          "50016",
          "50100",
          "51000",
          "51406",
          "51501",
          "59105" ->
          400;
      case "50001" -> 503;
      case "50005" -> 410;
      case "50011", "50013", "51113", "51115" -> 429;
      case "50026", "51054", "51149" -> 500;
      case "50035" -> 403;
      case "50115" -> 405;
      case "50101",
          "50102",
          "50103",
          "50104",
          "50105",
          "50106",
          "50107",
          "50108",
          "50109",
          "50110",
          "50111",
          "50112",
          "50113",
          "50114",
          "50119",
          "50120" ->
          401;
      default -> 200;
    };
  }

  private static String message(String code) {
    return switch (code) {
      case "50001" -> "Service temporarily unavailable";
      case "50004" -> "Endpoint request timeout";
      case "50011" -> "Too Many Requests";
      case "50013" -> "Systems are busy";
      case "50026" -> "System error";
      case "51054", "51149" -> "Request timed out";
      default -> "Scripted failure";
    };
  }
}
