from configparser import ConfigParser
from pathlib import Path

config = ConfigParser()
# clean-next storage/hard-coded-path -- one of the places where configuration is looked for
config.read([Path("/opt/shop/shop.cfg"), Path.home() / ".shop.cfg"])

# expect-next storage/hard-coded-path {path=/srv/shop/reports}
REPORT_DIR = Path("/srv/shop/reports")
