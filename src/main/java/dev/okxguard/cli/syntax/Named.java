package dev.okxguard.cli.syntax;

import java.util.Iterator;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;

/// A converter of values or a list of words, known by its class and made when it is needed.
final class Named implements ITypeConverter<Object>, Iterable<String> {
  private final String name;

  /// @param name of the class, from the package of all commands on
  Named(String name) {
    this.name = name;
  }

  @Override
  public Object convert(String value) throws Exception {
    return ((ITypeConverter<?>) make()).convert(value);
  }

  @Override
  @SuppressWarnings("unchecked")
  public Iterator<String> iterator() {
    return ((Iterable<String>) make()).iterator();
  }

  private Object make() {
    try {
      return CommandLine.defaultFactory().create(Class.forName(toString()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /// The class.
  @Override
  public String toString() {
    return Syntax.ROOT + "." + name;
  }
}
