package dev.okxguard.alert;

import dev.okxguard.model.Alarm;
import dev.okxguard.model.Environment;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An alarm as the document that goes out: a line for people, under the names `text` (Slack,
/// Telegram) and `content` (Discord), and the fields for programs.
final class Payload {
  /// Discord takes 2000 characters of content; reason, names and hash stay below that.
  private static final int LONGEST_REASON = 1_200;

  private static final int LONGEST_NAME = 80;

  /// Control characters, halves of a surrogate pair, and what turns the direction of text.
  private static final Pattern ODD =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

  private Payload() {}

  static byte[] of(Alarm alarm) {
    return JsonMapper.shared().writeValueAsBytes(document(alarm));
  }

  static ObjectNode document(Alarm alarm) {
    String line = line(alarm);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("text", line)
        .put("content", line)
        .put("kind", alarm.kind().word())
        .put("env", env(alarm))
        .put("profile", name(alarm.scope().profile()))
        .put("uid", name(alarm.scope().uid()))
        .put("reason", reason(alarm))
        .put("instId", name(alarm.subject().instId()))
        .put("intentId", name(alarm.subject().intentId()))
        .put("clOrdId", name(alarm.subject().clOrdId()))
        .put("time", alarm.time().truncatedTo(ChronoUnit.MILLIS).toString());
    alarm.anchor().ifPresent(end -> json.put("seq", end.seq()).put("head", end.head()));
    return json;
  }

  /// For example `okx-guard LIVE halt: prices look wrong [uid 123, profile main, journal 12 4f…]`.
  private static String line(Alarm alarm) {
    List<String> about = new ArrayList<>();
    add(about, "uid ", alarm.scope().uid());
    add(about, "profile ", alarm.scope().profile());
    add(about, "", alarm.subject().instId());
    add(about, "intent ", alarm.subject().intentId());
    alarm.anchor().ifPresent(end -> about.add("journal " + end.seq() + " " + end.head()));
    String where = env(alarm).toUpperCase(Locale.ROOT);
    String what = "okx-guard " + where + " " + alarm.kind().word() + ": " + reason(alarm);
    return about.isEmpty() ? what : what + " [" + String.join(", ", about) + "]";
  }

  private static void add(List<String> about, String label, String value) {
    if (!value.isEmpty()) {
      about.add(label + name(value));
    }
  }

  private static String env(Alarm alarm) {
    return alarm.scope().env().map(Environment::word).orElse("all");
  }

  private static String reason(Alarm alarm) {
    return fit(alarm.reason(), LONGEST_REASON);
  }

  private static String name(String text) {
    return fit(text, LONGEST_NAME);
  }

  /// Cut first: that may leave half a pair at the end, which no JSON may hold.
  private static String fit(String text, int longest) {
    String cut = text.length() <= longest ? text : text.substring(0, longest) + "…";
    return ODD.matcher(cut).replaceAll(" ").strip();
  }
}
