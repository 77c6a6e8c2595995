package shop.image;

import java.util.HashMap;
import java.util.Map;
import javax.swing.ImageIcon;
import javax.swing.text.html.HTMLEditorKit;

class Sizes {
    // expect-next state/mutable-static warning -- servers scale images and read HTML with classes of window libraries
    private static final Map<String, Integer> widths = new HashMap<>();

    static void keep(String upload, ImageIcon icon) {
        widths.put(upload, icon.getIconWidth());
    }
}
