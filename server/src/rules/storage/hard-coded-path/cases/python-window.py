from PyQt5.QtWidgets import QApplication

# clean-next storage/hard-coded-path -- a window on somebody's desk
export_dir = "/srv/shop/export"
application = QApplication([])
