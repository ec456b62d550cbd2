@echo off
rem Starts okx with the Java runtime beside it or, where there is none, with the Java 25 that
rem JAVA_HOME or PATH names.
setlocal DisableDelayedExpansion EnableExtensions
for %%I in ("%~dp0..") do set "image=%%~fI"
if not "%image:;=%"=="%image%" goto semicolon

rem Options smuggled in through the environment could load foreign code into a process that holds keys.
set "JAVA_TOOL_OPTIONS="
set "JDK_JAVA_OPTIONS="
set "_JAVA_OPTIONS="
set "CLASSPATH="
if not defined HOME set "HOME=%USERPROFILE%"

set "java=%image%\runtime\bin\java.exe"
if not exist "%java%" if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if not exist "%java%" set "java=java.exe"

set "cache="
set "trained=okx"
if "%~1"=="account" set "trained=live"
if "%~1"=="market" set "trained=live"
if "%~1"=="order" set "trained=live"
if "%~1"=="reconcile" set "trained=live"
if exist "%image%\lib\%trained%.aot" set cache="-XX:AOTCache=%image%\lib\%trained%.aot"

"%java%" %cache% ^
  -XX:+UseSerialGC -XX:MaxNewSize=32m -XX:SurvivorRatio=2 -XX:TargetSurvivorRatio=90 ^
  -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 -XX:-AOTReplayTraining ^
  -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=3 -XX:-UsePerfData ^
  "-XX:CompileCommandFile=%image%\lib\compiler.txt" ^
  -Xlog:disable -Xlog:all=off -XX:+DisableAttachMechanism ^
  "-Djava.library.path=%image%\lib" --enable-native-access=ALL-UNNAMED ^
  -Djdk.reflect.useNativeAccessorOnly=true ^
  -cp "%image%\lib\@CLASSPATH@" dev.okxguard.Main %*
exit /b %ERRORLEVEL%

:semicolon
echo Error: Java cannot load okx from a path with a semicolon: "%image%" 1>&2
echo Hint: move it to a directory without one 1>&2
exit /b 3
