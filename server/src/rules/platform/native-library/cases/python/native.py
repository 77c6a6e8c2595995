import ctypes

# expect-next platform/native-library warning {library=libshop.so}
shop = ctypes.CDLL("/opt/shop/libshop.so")
# clean-next platform/native-library -- every image has it
libc = ctypes.CDLL("libc.so.6")
