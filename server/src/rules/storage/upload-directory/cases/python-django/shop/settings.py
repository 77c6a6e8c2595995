import os
from pathlib import Path

ROOT_URLCONF = "shop.urls"
BASE_DIR = Path(__file__).parent
# expect-next storage/upload-directory warning {name=MEDIA_ROOT}
MEDIA_ROOT = BASE_DIR / "media"
