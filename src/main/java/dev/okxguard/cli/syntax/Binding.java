package dev.okxguard.cli.syntax;

import java.lang.reflect.Field;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;

/// A field of a command, where its value belongs.
final class Binding implements IGetter, ISetter {
  private final Object object;
  private final Field field;

  Binding(Object object, Class<?> type, String name) {
    this.object = object;
    this.field = field(type, name);
  }

  private static Field field(Class<?> type, String name) {
    try {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  Class<?> type() {
    return field.getType();
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T get() {
    try {
      return (T) field.get(object);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public <T> T set(T value) {
    try {
      field.set(object, value);
      return value;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
