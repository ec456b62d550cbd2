import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodBuilder;
import java.lang.classfile.MethodElement;
import java.lang.classfile.MethodModel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/// Has Jackson not ask for java.sql and java.beans, which the image's runtime has not. It copes
/// with that, but each start would open every jar to find out: 20 ms.
final class Jackson {
  private Jackson() {}

  static void spare(Path jar) throws IOException {
    try (FileSystem classes = FileSystems.newFileSystem(jar)) {
      Path ext = classes.getPath("tools/jackson/databind/ext");
      change(
          ext.resolve("beans/JavaBeansAnnotations.class"),
          ClassTransform.dropping(
              it -> it instanceof MethodModel method && named(method, "<clinit>")));
      change(
          ext.resolve("sql/JavaSqlTypeHandlerFactory.class"),
          ClassTransform.transformingMethods(
              it -> named(it, "findSerializer") || named(it, "findDeserializer"),
              Jackson::nothing));
    }
  }

  private static boolean named(MethodModel method, String name) {
    return method.methodName().equalsString(name);
  }

  private static void nothing(MethodBuilder method, MethodElement element) {
    if (element instanceof CodeModel) {
      method.withCode(code -> code.aconst_null().areturn());
    } else {
      method.with(element);
    }
  }

  private static void change(Path type, ClassTransform change) throws IOException {
    ClassFile format = ClassFile.of();
    Files.write(type, format.transformClass(format.parse(Files.readAllBytes(type)), change));
  }
}
