package dev.okxguard.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A line is read as its shape says, whatever was done to it.
class LinePropertyTest {
  private static final String MARK = ",\"hash\":\"";

  /// What may follow the payload of a line, from the last such mark on.
  private static final Pattern REST =
      Pattern.compile(
          ",\"hash\":\"(?<hash>.{64})\",\"prev\":\"(?<prev>.{64})\""
              + ",\"seq\":(?<seq>0|[1-9]\\d{0,17}),\"ts\":\"(?<ts>.{24})\""
              + ",\"type\":\"(?<type>[a-z0-9_-]+)\",\"v\":(?<v>0|[1-9]\\d{0,17})\\}",
          Pattern.DOTALL);

  @Test
  void aChangedLineIsReadAsItsShapeSays() throws Exception {
    Seed.check(
        random -> {
          String line = line(random);
          requireShape(line);
          for (int round = 0; round < 5_000; round++) {
            String changed = line;
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
              changed = changed(changed, random);
            }
            requireShape(changed);
          }
        });
  }

  @Test
  void theShortestLineThereCanBeIsRead() {
    String hash = "0".repeat(64);
    String line =
        "{\"data\":{}%s%s\",\"prev\":\"%s\",\"seq\":1,\"ts\":\"%s\",\"type\":\"x\",\"v\":1}"
            .formatted(MARK, hash, hash, Stamp.text(Instant.EPOCH));
    assertThat(parsed(line)).isPresent();
    requireShape(line);
    requireShape(line.replace("{\"data\":{}", "{\"data\":"));
    requireShape(line.replace("{\"data\":{}", "{\"data\""));
  }

  private static void requireShape(String line) {
    int mark = line.lastIndexOf(MARK);
    Matcher rest = REST.matcher(mark < 0 ? "" : line.substring(mark));
    Optional<Line> parsed = parsed(line);
    boolean shaped =
        line.startsWith("{\"data\":")
            && rest.matches()
            && Stamp.time(rest.group("ts")).isPresent()
            && Long.parseLong(rest.group("v")) <= Integer.MAX_VALUE;
    assertThat(parsed.isPresent()).as(line).isEqualTo(shaped);
    if (parsed.isPresent()) {
      Line found = parsed.get();
      assertThat(found.dataEnd()).isEqualTo(mark + 1);
      assertThat(List.of(found.hash(), found.prev(), found.type()))
          .containsExactly(rest.group("hash"), rest.group("prev"), rest.group("type"));
      assertThat(found.seq()).isEqualTo(Long.parseLong(rest.group("seq")));
      assertThat(found.time()).isEqualTo(Stamp.time(rest.group("ts")).orElseThrow());
    }
  }

  /// With a byte of another line before it.
  private static Optional<Line> parsed(String line) {
    byte[] bytes = ("\n" + line + "\n").getBytes(ISO_8859_1);
    return Line.parse(bytes, 1, bytes.length - 1);
  }

  private static String line(Random random) {
    Event event = new Samples(random, new TestTime(), true).next();
    byte[] data = EventCodec.bytes(event);
    Head head = new Head(random.nextLong(1_000_000), Sha256.hex("before"));
    byte[] line = Line.encode(head, Instant.EPOCH, event.type(), data);
    return new String(line, 0, line.length - 1, ISO_8859_1);
  }

  private static String changed(String line, Random random) {
    int from = random.nextBoolean() ? 0 : Math.max(0, line.length() - 230);
    int at = from + random.nextInt(line.length() - from);
    String letter = String.valueOf((char) (32 + random.nextInt(96)));
    return switch (random.nextInt(5)) {
      case 0 -> line.substring(0, at) + letter + line.substring(at);
      case 1 -> line.substring(0, at) + line.substring(at + 1);
      case 2 -> over(line, at, MARK);
      case 3 -> over(line, at, MARK.substring(0, MARK.length() - 1));
      default -> over(line, at, letter);
    };
  }

  private static String over(String line, int at, String text) {
    int end = Math.min(line.length(), at + text.length());
    return line.substring(0, at) + text.substring(0, end - at) + line.substring(end);
  }
}
