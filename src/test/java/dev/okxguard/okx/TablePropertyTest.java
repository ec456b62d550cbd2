package dev.okxguard.okx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The quick reading of a long list may give up on anything, but what it reads is what Jackson
/// reads.
class TablePropertyTest {
  private static final String TELLING = "{}[]\",:\\ \n0123456789-.truefalsn/a\u0001\u007fü";

  private static final List<String> TEXTS =
      List.of("", "a", "BTC-USDT", "0.05", "~\u007f", "a b", "1795283701773", "ü", "\\\"", "\\n");

  private static Optional<Rows> table(String body) {
    return Table.read(Endpoint.BILLS, body.getBytes(UTF_8));
  }

  @Test
  void anyListReadsAsJacksonReadsIt() throws Exception {
    Seed.check(
        (random, _) -> {
          int read = 0;
          for (int round = 0; round < 2_000; round++) {
            read += sameAsJackson(body(random).getBytes(UTF_8)) ? 1 : 0;
          }
          assertThat(read).isPositive();
        });
  }

  @Test
  void anyDamagedListReadsAsJacksonReadsItOrNotAtAll() throws Exception {
    Seed.check(
        (random, _) -> {
          for (int round = 0; round < 10_000; round++) {
            byte[] body = body(random).getBytes(UTF_8);
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
              body = changed(body, random);
            }
            sameAsJackson(body);
          }
        });
  }

  /// @return whether it was read
  private static boolean sameAsJackson(byte[] body) {
    Optional<Rows> read = Table.read(Endpoint.BILLS, body);
    if (read.isEmpty()) {
      return false;
    }
    Rows rows = read.get();
    Optional<Envelope> envelope = Envelope.read(body);
    assertThat(envelope).as(new String(body, UTF_8)).isPresent();
    assertThat(envelope.get().done()).isTrue();
    JsonNode data = envelope.get().data();
    assertThat(rows.data()).isEqualTo(data);
    assertThat(rows.size()).isEqualTo(data.size());
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.row(i);
      assertThat(row.node()).isEqualTo(data.get(i));
      for (var member : data.get(i).properties()) {
        assertThat(row.textOrEmpty(member.getKey())).isEqualTo(member.getValue().stringValue());
      }
      assertThat(row.members().path("nobody").isMissingNode()).isTrue();
    }
    return true;
  }

  private static String body(Random random) {
    List<String> names = new ArrayList<>();
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      names.add(random.nextInt(40) == 0 ? TEXTS.get(random.nextInt(TEXTS.size())) : "n" + i % 10);
    }
    List<String> rows = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      if (random.nextInt(20) == 0) {
        Collections.shuffle(names, random);
      }
      rows.add(row(names, random));
    }
    List<String> frame =
        new ArrayList<>(
            List.of(
                member("code", random.nextInt(20) == 0 ? "1" : "0"),
                member("msg", text(random)),
                "\"data\":[" + String.join(",", rows) + "]"));
    if (random.nextInt(20) == 0) {
      frame.add(member("inTime", "1"));
    }
    Collections.shuffle(frame, random);
    return "{" + String.join(random.nextBoolean() ? "," : " ,\n", frame) + "}";
  }

  private static String row(List<String> names, Random random) {
    String between = random.nextInt(10) == 0 ? " ,\r\n\t" : ",";
    return names.stream()
        .map(name -> member(name, text(random)))
        .collect(Collectors.joining(between, "{", "}"));
  }

  private static String text(Random random) {
    return TEXTS.get(random.nextInt(random.nextInt(20) == 0 ? TEXTS.size() : 7));
  }

  private static String member(String name, String text) {
    return "\"" + name + "\":\"" + text + "\"";
  }

  private static byte[] changed(byte[] body, Random random) {
    int at = random.nextInt(body.length);
    int end = Math.min(body.length, at + random.nextInt(3));
    String letter = "";
    if (random.nextInt(4) > 0) {
      letter = TELLING.substring(random.nextInt(TELLING.length())).substring(0, 1);
    }
    byte[] middle = letter.getBytes(UTF_8);
    byte[] all = Arrays.copyOf(body, at + middle.length + body.length - end);
    System.arraycopy(middle, 0, all, at, middle.length);
    System.arraycopy(body, end, all, at + middle.length, body.length - end);
    return all.length == 0 ? body : all;
  }

  @Test
  void aListAsOkxSpellsItNeedsNoJackson() {
    String row = "{\"billId\":\"7\",\"ccy\":\"USDT\",\"notes\":\"\"}";
    assertThat(table("{\"code\":\"0\",\"data\":[" + row + "," + row + "],\"msg\":\"\"}"))
        .hasValueSatisfying(rows -> assertThat(rows.row(1).text("ccy")).isEqualTo("USDT"));
    assertThat(table("{\"code\":\"0\",\"msg\":\"\",\"data\":[]}"))
        .hasValueSatisfying(rows -> assertThat(rows.size()).isZero());
  }

  @Test
  void aPageOfAnyWidthIsRead() {
    String row =
        IntStream.range(0, 90)
            .mapToObj(i -> member("name" + i, "text" + i))
            .collect(Collectors.joining(",", "{", "}"));
    String rows = String.join(",", Collections.nCopies(100, row));
    assertThat(
            sameAsJackson(
                ("{\"code\":\"0\",\"msg\":\"\",\"data\":[" + rows + "]}").getBytes(UTF_8)))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{}",
        "[]",
        "{\"code\":\"0\",\"msg\":\"\"}",
        "{\"code\":\"0\",\"data\":[]}",
        "{\"code\":\"1\",\"msg\":\"\",\"data\":[]}",
        "{\"code\":0,\"msg\":\"\",\"data\":[]}",
        "{\"code\":\"0\",\"msg\":\"\",\"data\":\"\"}",
        "{\"code\":\"0\",\"msg\":\"\",\"data\":[{}]}",
        "{\"code\":\"0\",\"msg\":\"\",\"data\":[[]]}",
        "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"a\":1}]}",
        "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"a\":null}]}",
        "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"a\":[]}]}",
        "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"a\":\"1\",\"a\":\"2\"}]}",
        "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"a\":\"1\"},{\"a\":\"1\",\"a\":\"2\"}]}",
        "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"a\":\"1\"},{\"b\":\"1\"}]}",
        "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"a\":\"1\"},{}]}",
        "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"a\":\"\\u0031\"}]}",
        "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"a\":\"1\"}",
        "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"a\":\"1\"}]}x",
        "{\"code\":\"0\",\"code\":\"0\",\"msg\":\"\",\"data\":[]}",
        "{\"code\":\"0\",\"msg\":\"\",\"data\":[],\"data\":[]}"
      })
  void whatIsSpelledInAnotherWayIsLeftToJackson(String body) {
    assertThat(table(body)).isEmpty();
  }
}
