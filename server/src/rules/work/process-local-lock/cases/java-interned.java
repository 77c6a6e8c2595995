package shop.lock;

class VisitImport {
    private PatientService patientService;
    private VisitService visitService;
    private DoctorMapper doctorMapper;

    void run(Row row) {
        // expect-next work/process-local-lock warning {read=patientService.findByNumber(), write=visitService.save()}
        synchronized (("import " + row.number()).intern()) {
            Patient patient = patientService.findByNumber(row.number());
            if (patient != null) {
                visitService.save(new Visit(patient, doctorMapper.map(row.doctor())));
            }
        }
    }
}

class VisitPages {
    private PatientService patientService;
    private PageFormatter formatter;
    private final Object drawing = new Object();
    private VisitService visitService;

    String show(String number) {
        // clean-next work/process-local-lock -- only reads
        synchronized (number.intern()) {
            return formatter.format(patientService.findByNumber(number));
        }
    }

    void draw(String number) {
        // clean-next work/process-local-lock -- a lock of the whole process says nothing of a record; what services do, other files tell
        synchronized (drawing) {
            visitService.save(patientService.findByNumber(number));
        }
    }
}
