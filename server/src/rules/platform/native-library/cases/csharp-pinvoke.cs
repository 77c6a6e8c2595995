public static class Native
{
    // expect-next platform/native-library {library=wkhtmltox}
    [DllImport("wkhtmltox", CharSet = CharSet.Ansi)] private static extern int wkhtmltopdf_init(int graphics);
    // clean-next platform/native-library -- every Linux has it
    [DllImport("libc")] private static extern int getpid();
}
