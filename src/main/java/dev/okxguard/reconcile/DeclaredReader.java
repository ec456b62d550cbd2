package dev.okxguard.reconcile;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// Reads a declaration token by token, so that every complaint can say where it is. None repeats
/// anything of the text.
final class DeclaredReader {
  private static final int DIGITS = 60;

  private static final int LONGEST = 90;

  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");

  private static final Pattern INSTRUMENT = Pattern.compile("[A-Z0-9]+(-[A-Z0-9_]+){1,5}");

  private static final Set<String> FIELDS = Set.of("instId", "posSide", "mgnMode", "pos");

  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();

  private final JsonParser json;

  private DeclaredReader(JsonParser json) {
    this.json = json;
  }

  static Declared read(String text) {
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return new DeclaredReader(json).document();
    } catch (JacksonException e) {
      throw fault(e.getLocation(), "this is not JSON");
    }
  }

  private Declared document() {
    JsonToken first = json.nextToken();
    if (first == null) {
      throw fault(json.currentLocation(), "it is empty; no position at all is []");
    }
    List<Declared.Row> rows = first == JsonToken.START_OBJECT ? wrapped() : list(first);
    if (json.nextToken() != null) {
      throw wrong("there is something after its end");
    }
    return new Declared(rows);
  }

  private List<Declared.Row> wrapped() {
    require(json.nextToken() == JsonToken.PROPERTY_NAME, "there must be positions");
    require(json.currentName().equals("positions"), "there must be positions, and nothing else");
    List<Declared.Row> rows = list(json.nextToken());
    require(json.nextToken() == JsonToken.END_OBJECT, "there must be nothing else than positions");
    return rows;
  }

  private List<Declared.Row> list(JsonToken start) {
    require(start == JsonToken.START_ARRAY, "a list is needed here");
    List<Declared.Row> rows = new ArrayList<>();
    Map<String, List<Declared.Row>> before = new HashMap<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      TokenStreamLocation at = json.currentTokenLocation();
      Declared.Row row = row();
      List<Declared.Row> near = before.computeIfAbsent(row.about(), _ -> new ArrayList<>());
      if (near.stream().anyMatch(row::same)) {
        throw fault(at, "this says something about a leg or balance that was declared before");
      }
      near.add(row);
      rows.add(row);
    }
    return rows;
  }

  private Declared.Row row() {
    require(json.currentToken() == JsonToken.START_OBJECT, "an object is needed here");
    TokenStreamLocation at = json.currentTokenLocation();
    Map<String, String> fields = new TreeMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      require(FIELDS.contains(name), "the fields are instId, posSide, mgnMode and pos");
      require(!fields.containsKey(name), "this field is there twice");
      fields.put(name, value(name));
    }
    if (!fields.containsKey("instId") || !fields.containsKey("pos")) {
      throw fault(at, "instId and pos are needed");
    }
    return checked(at, row(fields));
  }

  /// The value of a field, of its form.
  private String value(String name) {
    JsonToken token = json.nextToken();
    boolean number = token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT;
    boolean fits = token == JsonToken.VALUE_STRING || (number && name.equals("pos"));
    require(fits, name.equals("pos") ? "a number is needed here" : "a string is needed here");
    String text = json.getString();
    switch (name) {
      case "instId" -> require(INSTRUMENT.matcher(text).matches(), "this is no instrument id");
      case "posSide" -> require(PosSide.of(text).isPresent(), "posSide is net, long or short");
      case "mgnMode" ->
          require(
              TdMode.of(text).filter(m -> m != TdMode.SPOT_ISOLATED).isPresent(),
              "mgnMode is cross, isolated or cash");
      default -> require(amount(text), "this is no number of at most " + DIGITS + " digits");
    }
    return text;
  }

  /// Whether it is a number that takes at most so many digits when it is written out.
  private static boolean amount(String text) {
    if (text.length() > LONGEST || !NUMBER.matcher(text).matches()) {
      return false;
    }
    BigDecimal number = new BigDecimal(text);
    int whole = Math.max(1, number.precision() - number.scale());
    return whole + Math.max(0, number.scale()) <= DIGITS;
  }

  private static Declared.Row row(Map<String, String> fields) {
    return new Declared.Row(
        fields.get("instId"),
        Optional.ofNullable(fields.get("mgnMode")).flatMap(TdMode::of),
        Optional.ofNullable(fields.get("posSide")).flatMap(PosSide::of).orElse(PosSide.NET),
        new BigDecimal(fields.get("pos")));
  }

  private static Declared.Row checked(TokenStreamLocation at, Declared.Row row) {
    boolean net = row.posSide() == PosSide.NET;
    if (!net && row.pos().signum() < 0) {
      throw fault(at, "pos of a long or short leg must not be negative");
    }
    if (row.balance() && !net) {
      throw fault(at, "a balance has no posSide");
    }
    boolean cash = row.mgnMode().filter(mode -> mode == TdMode.CASH).isPresent();
    if (cash && !row.balance()) {
      throw fault(at, "only a spot pair is held in cash");
    }
    return row;
  }

  private void require(boolean right, String complaint) {
    if (!right) {
      throw wrong(complaint);
    }
  }

  private Fault wrong(String complaint) {
    return fault(json.currentTokenLocation(), complaint);
  }

  private static Fault fault(TokenStreamLocation at, String complaint) {
    return new Fault(
        ExitCode.USAGE,
        "what is expected cannot be read: line "
            + at.getLineNr()
            + ", column "
            + at.getColumnNr()
            + ": "
            + complaint,
        "[{\"instId\":\"BTC-USDT-SWAP\",\"posSide\":\"net\",\"mgnMode\":\"cross\",\"pos\":\"2\"}]");
  }
}
