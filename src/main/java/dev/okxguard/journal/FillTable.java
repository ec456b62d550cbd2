package dev.okxguard.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.okxguard.model.Fill;
import dev.okxguard.model.InstType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/// Fills as bytes, with what round trips are counted by and no more: every word and number once,
/// then for each fill where its own stand, and its time, and at the end a checksum. A look reads a
/// hundred thousand of them faster than it would as text.
final class FillTable {
  private static final int VERSION = 1;

  private final Map<String, Integer> words = new LinkedHashMap<>();
  private final ByteArrayOutputStream rows = new ByteArrayOutputStream();
  private final DataOutputStream row = new DataOutputStream(rows);

  private FillTable() {}

  static byte[] write(List<Fill> fills) throws IOException {
    FillTable table = new FillTable();
    for (Fill fill : fills) {
      table.add(fill);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(all);
    out.writeInt(VERSION);
    out.writeInt(table.words.size());
    for (String word : table.words.keySet()) {
      byte[] text = word.getBytes(UTF_8);
      out.writeInt(text.length);
      out.write(text);
    }
    out.writeInt(fills.size());
    table.rows.writeTo(out);
    out.writeInt(sum(all.toByteArray(), all.size()));
    return all.toByteArray();
  }

  private static int sum(byte[] bytes, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, length);
    return (int) sum.getValue();
  }

  private void add(Fill fill) throws IOException {
    put(fill.instType().name());
    put(fill.instId());
    put(fill.side().name());
    put(fill.posSide().name());
    put(fill.px().toString());
    put(fill.sz().toString());
    put(fill.fee().toString());
    put(fill.feeCcy());
    put(fill.pnl().toString());
    row.writeLong(fill.time().toEpochMilli());
  }

  private void put(String word) throws IOException {
    row.writeInt(words.computeIfAbsent(word, _ -> words.size()));
  }

  /// @throws IllegalArgumentException for what is no such table, or was changed
  static List<Fill> read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int end = bytes.length - Integer.BYTES;
    if (end < 0 || in.getInt(end) != sum(bytes, end) || in.getInt() != VERSION) {
      throw new IllegalArgumentException("no table of fills");
    }
    String[] words = new String[in.getInt()];
    for (int i = 0; i < words.length; i++) {
      byte[] text = new byte[in.getInt()];
      in.get(text);
      words[i] = new String(text, UTF_8);
    }
    BigDecimal[] numbers = new BigDecimal[words.length];
    int count = in.getInt();
    List<Fill> fills = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      fills.add(fill(in, words, numbers));
    }
    return fills;
  }

  private static Fill fill(ByteBuffer in, String[] words, BigDecimal[] numbers) {
    return new Fill(
        InstType.valueOf(words[in.getInt()]),
        words[in.getInt()],
        "",
        "",
        "",
        "",
        Side.valueOf(words[in.getInt()]),
        PosSide.valueOf(words[in.getInt()]),
        number(in, words, numbers),
        number(in, words, numbers),
        number(in, words, numbers),
        words[in.getInt()],
        number(in, words, numbers),
        Instant.ofEpochMilli(in.getLong()));
  }

  private static BigDecimal number(ByteBuffer in, String[] words, BigDecimal[] numbers) {
    int at = in.getInt();
    if (numbers[at] == null) {
      numbers[at] = new BigDecimal(words[at]);
    }
    return numbers[at];
  }
}
