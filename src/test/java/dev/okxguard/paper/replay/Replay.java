package dev.okxguard.paper.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Decimals;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Plays a script against an exchange. A line of a script is a request or something about the
/// answer to the last one; lines that start with `#` are remarks:
///
/// ```
/// GET /path?query            a request; its answer has code 0 unless the script says otherwise
/// POST /path {body}          `{name}` in a request stands for what was remembered
/// price ID PX                an instrument's price is that from now on
/// wait N                     that many milliseconds pass
/// code N                     the answer's code
/// rows N                     how many elements the answer has
/// PATH = VALUE               a field, compared as a number if it is one; "" for an empty one
/// PATH in A B C              a field that is one of these
/// PATH > VALUE               a number above that
/// PATH -> name               a field to be remembered
/// ```
///
/// A path is made of keys, indices and choices `key:value`, for example `0/details/ccy:USDT/eq`.
final class Replay {
  /// The only fields that OKX writes as JSON numbers.
  private static final Set<String> NUMBERS = Set.of("seqId", "instIdCode");

  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

  private final Exchange exchange;
  private final Manner manner;
  private final Map<String, String> remembered = new HashMap<>();
  private Optional<Exchange.Reply> reply = Optional.empty();
  private String request = "";
  private boolean judged;

  Replay(Exchange exchange, Manner manner) {
    this.exchange = exchange;
    this.manner = manner;
  }

  /// Plays all lines and gives back what was remembered.
  Map<String, String> play(String script) throws Exception {
    for (String raw : script.lines().map(String::strip).toList()) {
      if (!raw.isEmpty() && !raw.startsWith("#")) {
        line(raw);
      }
    }
    accepted();
    return remembered;
  }

  private void line(String line) throws Exception {
    List<String> words = List.of(line.split(" +", 3));
    switch (words.getFirst()) {
      case "GET", "POST" ->
          send(words.get(0), named(words.get(1)), words.size() > 2 ? words.get(2) : "");
      case "price" -> exchange.price(words.get(1), words.get(2));
      case "wait" -> exchange.pass(Duration.ofMillis(Long.parseLong(words.get(1))));
      case "code" -> code(words.get(1));
      case "rows" -> assertThat(data()).as(request).hasSize(Integer.parseInt(words.get(1)));
      default -> field(words.get(0), words.get(1), named(words.get(2)));
    }
  }

  private void send(String method, String target, String body) throws Exception {
    accepted();
    request = method + " " + target + " " + named(body);
    judged = false;
    Exchange.Reply received = exchange.send(manner, method, target, named(body));
    reply = Optional.of(received);
    textOnly(received.data());
  }

  /// What no line judged must have gone well.
  private void accepted() {
    if (reply.isPresent() && !judged) {
      code("0");
    }
  }

  private void code(String code) {
    Exchange.Reply received = reply.orElseThrow();
    assertThat(received.code()).as("%s: %s", request, received.answer()).isEqualTo(code);
    judged = true;
  }

  private void field(String path, String verb, String value) {
    String actual = at(path);
    switch (verb) {
      case "=" -> same(path, actual, value.equals("\"\"") ? "" : value);
      case "in" -> assertThat(actual).as(about(path)).isIn((Object[]) value.split(" "));
      case ">" -> assertThat(number(actual)).as(about(path)).isGreaterThan(number(value));
      case "->" -> remember(path, actual, value);
      default -> throw new IllegalArgumentException("no such verb: " + verb);
    }
  }

  private void same(String path, String actual, String expected) {
    Optional<BigDecimal> wanted = Decimals.parse(expected);
    Optional<BigDecimal> found = Decimals.parse(actual);
    if (wanted.isPresent() && found.isPresent()) {
      assertThat(found.get()).as(about(path)).isEqualByComparingTo(wanted.get());
    } else {
      assertThat(actual).as(about(path)).isEqualTo(expected);
    }
  }

  private void remember(String path, String actual, String name) {
    assertThat(actual).as(about(path)).isNotEmpty();
    remembered.put(name, actual);
  }

  private String at(String path) {
    JsonNode node = data();
    for (String step : path.split("/")) {
      node = step(node, step);
    }
    assertThat(node.isValueNode()).as("%s is not there", about(path)).isTrue();
    return node.asString();
  }

  private static JsonNode step(JsonNode node, String step) {
    if (node.isObject()) {
      return node.path(step);
    }
    int colon = step.indexOf(':');
    if (colon < 0) {
      return node.path(Integer.parseInt(step));
    }
    String key = step.substring(0, colon);
    String value = step.substring(colon + 1);
    return node.valueStream()
        .filter(row -> row.path(key).asString("").equals(value))
        .findFirst()
        .orElse(node.path(Integer.MAX_VALUE));
  }

  private void textOnly(JsonNode node) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      boolean number = entry.getValue().isNumber() || entry.getValue().isNull();
      assertThat(number && !NUMBERS.contains(entry.getKey()))
          .as("%s: %s is no text", request, entry.getKey())
          .isFalse();
    }
    node.valueStream().forEach(this::textOnly);
  }

  private JsonNode data() {
    accepted();
    return reply.orElseThrow().data();
  }

  private String about(String path) {
    return request + ": " + path;
  }

  private String named(String text) {
    Matcher names = NAME.matcher(text);
    return names.replaceAll(
        name -> Matcher.quoteReplacement(remembered.getOrDefault(name.group(1), name.group())));
  }

  private static BigDecimal number(String text) {
    return Decimals.parse(text)
        .orElseThrow(() -> new AssertionError("'" + text + "' is no number"));
  }
}
