package dev.okxguard.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A complete line of a segment, read in place. Everything behind the payload has a fixed shape, so
/// it is found from the end, and the payload is parsed only when somebody asks for it.
///
/// ```
/// {"data":{…},"hash":"…","prev":"…","seq":1,"ts":"…","type":"…","v":1}
/// ```
///
/// @param buffer the bytes of the segment
/// @param start,dataEnd,end where the line begins, its payload ends, and the line ends (without
///   line feed)
record Line(
    byte[] buffer,
    int start,
    int dataEnd,
    int end,
    long seq,
    Instant time,
    String type,
    int format) {

  private static final byte[] HEAD = "{\"data\":".getBytes(US_ASCII);
  private static final byte[] HASH = ",\"hash\":\"".getBytes(US_ASCII);
  private static final String PREV = "\",\"prev\":\"";

  /// Length of what is behind a payload, at the least.
  private static final int SHORTEST_REST =
      ",\"hash\":\"\",\"prev\":\"\",\"seq\":1,\"ts\":\"\",\"type\":\"x\",\"v\":1}".length()
          + 2 * Sha256.HEX_LENGTH
          + Stamp.LENGTH;

  private static final byte[] HEX = "0123456789abcdef".getBytes(US_ASCII);

  /// The line of a new record, line feed included.
  static byte[] encode(Head after, Instant time, String type, byte[] data) {
    // Not formatted: that writes numbers in the digits of the user's language.
    String rest =
        ",\"prev\":\""
            + after.hash()
            + "\",\"seq\":"
            + (after.seq() + 1)
            + ",\"ts\":\""
            + Stamp.text(time)
            + "\",\"type\":\""
            + type
            + "\",\"v\":"
            + Record.FORMAT
            + "}";
    MessageDigest digest = Sha256.digest();
    digest.update(HEAD);
    digest.update(data);
    String hash = Sha256.hex(digest.digest(rest.getBytes(US_ASCII)));
    ByteArrayOutputStream out = new ByteArrayOutputStream(data.length + 300);
    out.writeBytes(HEAD);
    out.writeBytes(data);
    out.writeBytes(HASH);
    out.writeBytes((hash + '"' + rest + '\n').getBytes(US_ASCII));
    return out.toByteArray();
  }

  /// The line between the two positions, empty when it has not exactly the shape.
  static Optional<Line> parse(byte[] buffer, int start, int end) {
    int hashAt = lastMark(buffer, start, end - SHORTEST_REST + HASH.length);
    if (hashAt < 0 || !Cursor.matches(HEAD, buffer, start, end)) {
      return Optional.empty();
    }
    Cursor cursor = new Cursor(buffer, hashAt + HASH.length, end);
    cursor.pass(Sha256.HEX_LENGTH);
    cursor.skip(PREV);
    cursor.pass(Sha256.HEX_LENGTH);
    int hashesEnd = cursor.position() + 1;
    cursor.skip("\",\"seq\":");
    long seq = cursor.number();
    cursor.skip(",\"ts\":\"");
    int timeAt = cursor.pass(Stamp.LENGTH);
    cursor.skip("\",\"type\":\"");
    String type = cursor.word();
    cursor.skip("\",\"v\":");
    long format = cursor.number();
    cursor.skip("}");
    // A mark within the hashes: the payload would rather end there.
    if (!cursor.complete()
        || format > Integer.MAX_VALUE
        || lastMark(buffer, hashAt + 1, hashesEnd) >= 0) {
      return Optional.empty();
    }
    return Stamp.time(buffer, timeAt)
        .map(time -> new Line(buffer, start, hashAt, end, seq, time, type, (int) format));
  }

  /// Where the last mark begins between the two positions, -1 when there is none. Found by
  /// Horspool's algorithm.
  private static int lastMark(byte[] buffer, int start, int end) {
    int at = end - HASH.length;
    while (at >= start) {
      if (buffer[at] == HASH[0] && Cursor.matches(HASH, buffer, at, end)) {
        return at;
      }
      at -= shift(buffer[at]);
    }
    return -1;
  }

  /// How much further left a mark can begin that has this byte anywhere but in front.
  private static int shift(byte b) {
    return switch (b) {
      case '"' -> 1;
      case 'h' -> 2;
      case 'a' -> 3;
      case 's' -> 4;
      case ':' -> 7;
      default -> HASH.length;
    };
  }

  private int hashAt() {
    return dataEnd + HASH.length;
  }

  private int prevAt() {
    return hashAt() + Sha256.HEX_LENGTH + PREV.length();
  }

  /// The hash of the line, as it says itself.
  String hash() {
    return new String(buffer, hashAt(), Sha256.HEX_LENGTH, ISO_8859_1);
  }

  /// The hash of the line before, as this one says.
  String prev() {
    return new String(buffer, prevAt(), Sha256.HEX_LENGTH, ISO_8859_1);
  }

  /// Whether this line comes next and names the hash of that one.
  boolean follows(Line before) {
    int at = prevAt();
    int other = before.hashAt();
    int length = Sha256.HEX_LENGTH;
    return seq == before.seq + 1
        && Arrays.equals(buffer, at, at + length, before.buffer, other, other + length);
  }

  /// Whether the hash written in the line is the hash of the line.
  boolean hashHolds(MessageDigest digest) {
    // Behind the hash and the quote that ends it.
    int restStart = hashAt() + Sha256.HEX_LENGTH + 1;
    digest.update(buffer, start, dataEnd - start);
    digest.update(buffer, restStart, end - restStart);
    byte[] sum = digest.digest();
    int at = hashAt();
    for (byte b : sum) {
      if (buffer[at++] != HEX[(b >> 4) & 15] || buffer[at++] != HEX[b & 15]) {
        return false;
      }
    }
    return true;
  }

  /// @throws ChainBreak when it is not
  void requireHash(MessageDigest digest) throws ChainBreak {
    if (!hashHolds(digest)) {
      throw new ChainBreak(seq, "its content does not match its hash");
    }
  }

  /// The fields of the payload in place.
  PlainFields fields() {
    return new PlainFields(new PlainJson(buffer, start + HEAD.length, dataEnd), seq);
  }

  /// The payload.
  ObjectNode data() throws ChainBreak {
    Optional<ObjectNode> plain = PlainJson.object(buffer, start + HEAD.length, dataEnd);
    return plain.isPresent() ? plain.get() : parsed();
  }

  private ObjectNode parsed() throws ChainBreak {
    int from = start + HEAD.length;
    try {
      JsonNode node = Canonical.JSON.readTree(buffer, from, dataEnd - from);
      if (node instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException e) {
      throw new ChainBreak(seq, "its data is no JSON");
    }
    throw new ChainBreak(seq, "its data is no JSON object");
  }

  /// Whether the payload is exactly these bytes.
  boolean dataIs(byte[] expected) {
    int from = start + HEAD.length;
    return Arrays.equals(buffer, from, dataEnd, expected, 0, expected.length);
  }

  String text() {
    return new String(buffer, start, end - start, UTF_8);
  }

  Record record() throws ChainBreak {
    return new Record(seq, time, type, prev(), hash(), format, data());
  }

  Head head() {
    return new Head(seq, hash());
  }
}
