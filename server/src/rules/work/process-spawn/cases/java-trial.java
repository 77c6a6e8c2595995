package shop;

public class Runner {
    public int run(String line) throws Exception {
        // expect-next work/process-spawn info -- what its own main tries out says nothing of what callers start
        return Runtime.getRuntime().exec(line.split(" ")).waitFor();
    }

    public static void main(String[] arguments) throws Exception {
        new Runner().run("c:\\temp\\simple.bat");
    }
}
