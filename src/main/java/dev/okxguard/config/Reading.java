package dev.okxguard.config;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tomlj.Toml;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// What came of reading a TOML file.
sealed interface Reading {
  /// What each of the three comes to. Java compiles a `switch` over them when it first meets it,
  /// which the start of every command would wait for.
  <T> T fold(Function<Document, T> document, Function<Unusable, T> unusable, Supplier<T> missing);

  /// There is no such file.
  record Missing() implements Reading {
    @Override
    public <T> T fold(
        Function<Document, T> document, Function<Unusable, T> unusable, Supplier<T> missing) {
      return missing.get();
    }
  }

  /// There is one, but it cannot be used.
  ///
  /// @param message names the file and, for a syntax error, line and column; never its content
  record Unusable(String message, String hint) implements Reading {
    @Override
    public <T> T fold(
        Function<Document, T> document, Function<Unusable, T> unusable, Supplier<T> missing) {
      return unusable.apply(this);
    }
  }

  /// It was read.
  final class Document implements Reading {
    private final Path path;
    private final String text;
    private final TomlTable root;

    Document(Path path, String text, TomlTable root) {
      this.path = path;
      this.text = text;
      this.root = root;
    }

    /// A document of nowhere that says nothing.
    static Document none() {
      return new Document(Path.of(""), "", Toml.parse(""));
    }

    @Override
    public <T> T fold(
        Function<Document, T> document, Function<Unusable, T> unusable, Supplier<T> missing) {
      return document.apply(this);
    }

    Path path() {
      return path;
    }

    /// The entries of a table; no path is the top level.
    List<Item> items(List<String> table) {
      TomlTable inner = table.isEmpty() ? root : root.getTable(table);
      return inner.keySet().stream().map(key -> item(Item.below(table, key))).toList();
    }

    private Item item(List<String> key) {
      TomlPosition position = root.inputPositionOf(key);
      return new Item(this, key, root.get(key), position.line(), position.column());
    }

    /// The text from that position on, for looking at how a value is quoted; never to be shown.
    String from(Item item) {
      int start = 0;
      for (int line = 1; line < item.line(); line++) {
        start = text.indexOf('\n', start) + 1;
      }
      return text.substring(Math.min(text.length(), start + item.column() - 1));
    }
  }
}
