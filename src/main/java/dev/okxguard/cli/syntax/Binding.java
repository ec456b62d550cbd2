package dev.okxguard.cli.syntax;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;

/// A field of a command, where its value belongs. Through a handle: for reflection's own access
/// Java would first make classes, and so it would for a handle that is not asked for the very type.
final class Binding implements IGetter, ISetter {
  private final Object object;
  private final VarHandle field;

  Binding(Object object, Class<?> type, String name) {
    this.object = object;
    this.field = field(type, name);
  }

  private static VarHandle field(Class<?> type, String name) {
    try {
      return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
          .unreflectVarHandle(type.getDeclaredField(name));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  Class<?> type() {
    return field.varType();
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T get() {
    return (T) value();
  }

  private Object value() {
    if (type() == boolean.class) {
      return (boolean) field.get(object);
    }
    return type() == int.class ? (Object) (int) field.get(object) : field.get(object);
  }

  @Override
  public <T> T set(T value) {
    if (type() == boolean.class) {
      field.set(object, (boolean) (Boolean) value);
    } else if (type() == int.class) {
      field.set(object, (int) (Integer) value);
    } else {
      field.set(object, value);
    }
    return value;
  }
}
