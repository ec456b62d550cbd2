import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Has libraries not ask for what the image has not, or nobody needs. They cope with that, but each
/// start would open every jar to find out: 40 ms.
final class Libraries {
  private Libraries() {}

  /// Java's own support of databases and beans.
  static void jackson(Path jar) throws IOException {
    try (FileSystem classes = FileSystems.newFileSystem(jar)) {
      Path ext = classes.getPath("tools/jackson/databind/ext");
      change(
          ext.resolve("beans/JavaBeansAnnotations.class"),
          ClassTransform.dropping(
              it -> it instanceof MethodModel method && named(method, "<clinit>")));
      change(
          ext.resolve("sql/JavaSqlTypeHandlerFactory.class"),
          only(
              it -> named(it, "findSerializer") || named(it, "findDeserializer"),
              code -> code.aconst_null().areturn()));
    }
  }

  /// Android, its own version, and the library in its jar, since the image has it in a folder.
  static void conscrypt(Path jar) throws IOException {
    try (FileSystem classes = FileSystems.newFileSystem(jar)) {
      Path folder = classes.getPath("org/conscrypt");
      change(
          folder.resolve("NativeLibraryLoader.class"),
          only(it -> named(it, "loadFromWorkdir"), code -> code.iconst_0().ireturn()));
      change(
          folder.resolve("Platform.class"),
          only(it -> named(it, "androidSdkInt"), code -> code.iconst_0().ireturn()));
      change(
          folder.resolve("Conscrypt.class"),
          ClassTransform.transformingMethodBodies(
              it -> named(it, "<clinit>"),
              (code, element) -> {
                if (element instanceof InvokeInstruction call
                    && call.name().equalsString("getResourceAsStream")) {
                  code.pop2().aconst_null();
                } else {
                  code.with(element);
                }
              }));
    }
  }

  /// Kotlin's full reflection: without it, it takes this class in its place.
  static void kotlin(Path jar) throws IOException {
    String wanted = "kotlin.reflect.jvm.internal.ReflectionFactoryImpl";
    try (FileSystem classes = FileSystems.newFileSystem(jar)) {
      change(
          classes.getPath("kotlin/jvm/internal/Reflection.class"),
          ClassTransform.transformingMethodBodies(
              (code, element) -> {
                if (element instanceof ConstantInstruction constant
                    && constant.constantValue().equals(wanted)) {
                  code.loadConstant("kotlin.jvm.internal.ReflectionFactory");
                } else {
                  code.with(element);
                }
              }));
    }
  }

  private static boolean named(MethodModel method, String name) {
    return method.methodName().equalsString(name);
  }

  /// Has those methods do no more than that.
  private static ClassTransform only(Predicate<MethodModel> methods, Consumer<CodeBuilder> body) {
    return ClassTransform.transformingMethods(
        methods,
        (method, element) -> {
          if (element instanceof CodeModel) {
            method.withCode(body);
          } else {
            method.with(element);
          }
        });
  }

  private static void change(Path type, ClassTransform change) throws IOException {
    ClassFile format = ClassFile.of();
    ClassModel before = format.parse(Files.readAllBytes(type));
    byte[] after = format.transformClass(before, change);
    if (Arrays.equals(after, format.transformClass(before, ClassTransform.ACCEPT_ALL))) {
      throw new IllegalStateException("a new version: nothing to change in " + type);
    }
    Files.write(type, after);
  }
}
