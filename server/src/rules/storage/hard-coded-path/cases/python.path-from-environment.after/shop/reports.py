import os


def write(name, text):
                                                                               
    with open(os.environ.get("DATA_DIR", "/data/reports/last.txt")) as file:
        return file.read() + text


                                                                         
IMPORT_DIR = os.environ.get("IMPORT_DIR", "/mnt/nas/import")
                                              
REPORT_URL = "/data/reports/"
