package shop;

class LevelParser {
    void parse(String line) {
        Levels.depth = line.length();
    }
}
