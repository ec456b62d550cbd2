package dev.okxguard.journal;

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
/// @param start,dataEnd,restStart,end where the line begins, its payload ends, what follows the
///   hash begins, and the line ends (without line feed)
record Line(
    byte[] buffer,
    int start,
    int dataEnd,
    int restStart,
    int end,
    long seq,
    Instant time,
    String type,
    String prev,
    String hash,
    int format) {

  private static final byte[] HEAD = "{\"data\":".getBytes(US_ASCII);
  private static final byte[] HASH = ",\"hash\":\"".getBytes(US_ASCII);

  /// Length of what is behind a payload, at the least.
  private static final int SHORTEST_REST =
      ",\"hash\":\"\",\"prev\":\"\",\"seq\":1,\"ts\":\"\",\"type\":\"x\",\"v\":1}".length()
          + 2 * Sha256.HEX_LENGTH
          + Stamp.LENGTH;

  private static final String HEX = "0123456789abcdef";

  /// The line of a new record, line feed included.
  static byte[] encode(Head after, Instant time, String type, byte[] data) {
    String rest =
        ",\"prev\":\"%s\",\"seq\":%d,\"ts\":\"%s\",\"type\":\"%s\",\"v\":%d}"
            .formatted(after.hash(), after.seq() + 1, Stamp.text(time), type, Record.FORMAT);
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
    int hashAt = lastIndexOf(HASH, buffer, start, end - SHORTEST_REST + HASH.length);
    if (hashAt < 0 || !Cursor.matches(HEAD, buffer, start, end)) {
      return Optional.empty();
    }
    Cursor cursor = new Cursor(buffer, hashAt + HASH.length, end);
    String hash = cursor.take(Sha256.HEX_LENGTH);
    int restStart = cursor.position() + 1;
    cursor.skip("\",\"prev\":\"");
    String prev = cursor.take(Sha256.HEX_LENGTH);
    cursor.skip("\",\"seq\":");
    long seq = cursor.number();
    cursor.skip(",\"ts\":\"");
    Optional<Instant> time = Stamp.time(cursor.take(Stamp.LENGTH));
    cursor.skip("\",\"type\":\"");
    String type = cursor.word();
    cursor.skip("\",\"v\":");
    long format = cursor.number();
    cursor.skip("}");
    boolean shaped = cursor.complete() && !holdsMark(hash) && !holdsMark(prev);
    if (!shaped || time.isEmpty() || format > Integer.MAX_VALUE) {
      return Optional.empty();
    }
    return Optional.of(
        new Line(
            buffer,
            start,
            hashAt,
            restStart,
            end,
            seq,
            time.get(),
            type,
            prev,
            hash,
            (int) format));
  }

  /// Whether the payload would rather end in there.
  private static boolean holdsMark(String field) {
    return (field + '"').contains(",\"hash\":\"");
  }

  private static int lastIndexOf(byte[] what, byte[] buffer, int start, int end) {
    for (int at = end - what.length; at >= start; at--) {
      if (buffer[at] == what[0] && Cursor.matches(what, buffer, at, end)) {
        return at;
      }
    }
    return -1;
  }

  /// Whether the hash written in the line is the hash of the line.
  boolean hashHolds(MessageDigest digest) {
    digest.update(buffer, start, dataEnd - start);
    digest.update(buffer, restStart, end - restStart);
    byte[] sum = digest.digest();
    for (int i = 0; i < sum.length; i++) {
      if (hash.charAt(2 * i) != HEX.charAt((sum[i] >> 4) & 15)
          || hash.charAt(2 * i + 1) != HEX.charAt(sum[i] & 15)) {
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
    return new Record(seq, time, type, prev, hash, format, data());
  }

  Head head() {
    return new Head(seq, hash);
  }
}
