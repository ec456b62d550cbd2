package dev.okxguard.config;

import java.util.function.BinaryOperator;
import java.util.function.Function;

/// One key of a policy file.
///
/// @param section the table it stands in
/// @param parse what the file's value means; throws [Invalid] for one that cannot be used
/// @param stricter the stricter of two values: commutative, associative and idempotent
/// @param text the value for people and for the digest
/// @param fallback the value when no file names the key
record PolicyKey<T>(
    String section,
    String name,
    Class<T> type,
    Function<Item, T> parse,
    BinaryOperator<T> stricter,
    Function<T, String> text,
    T fallback) {

  /// The key from the top level down, for example `limits.max_order_size`.
  String dotted() {
    return section + "." + name;
  }

  String shown(Object value) {
    return text.apply(type.cast(value));
  }

  /// The value that [#shown] wrote.
  ///
  /// @throws Invalid for a text that it never writes
  Object read(String text) {
    return switch (fallback) {
      case Names _ -> Names.of(text);
      case Boolean _ when text.equals("true") || text.equals("false") -> Boolean.valueOf(text);
      default -> parse.apply(Item.of(name, text));
    };
  }

  /// Whether both mean the same, however they are written.
  boolean same(Object a, Object b) {
    return shown(a).equals(shown(b));
  }

  Object strictest(Object a, Object b) {
    return stricter.apply(type.cast(a), type.cast(b));
  }
}
