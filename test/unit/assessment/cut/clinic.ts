import { draw } from './draw.js';

/**
 * An animal clinic: owners with their pets, visits, and invoices; invoices stand alone except that a visit asks for one and
 * that they look the owner up. Everybody uses dates and the log; only visits use the calendar.
 */
export const clinic = draw({
  units: [
    'clinic.web.OwnerController: web', 'clinic.service.OwnerService', 'clinic.data.OwnerStore: store', 'clinic.data.Owner: data', 'clinic.data.PetStore: store', 'clinic.data.Pet: data',
    'clinic.web.VisitController: web', 'clinic.service.VisitService', 'clinic.data.VisitStore: store', 'clinic.data.Visit: data', 'clinic.util.Calendar: shared',
    'clinic.web.InvoiceController: web', 'clinic.service.InvoiceService', 'clinic.data.InvoiceStore: store', 'clinic.data.Invoice: data', 'clinic.data.InvoiceLine: data',
    'clinic.util.Dates: shared', 'clinic.util.Log: shared', 'clinic.ClinicConfig: shared',
  ],
  uses: [
    'OwnerController -> OwnerService: find*2, save, addPet', 'OwnerController -> Owner', 'OwnerService -> OwnerStore: find*2, save', 'OwnerService -> PetStore: save', 'OwnerService -> Pet', 'OwnerStore -> Owner', 'PetStore -> Pet', 'Owner -> Pet',
    'VisitController -> VisitService: plan, list', 'VisitController -> Visit', 'VisitService -> VisitStore: save, list', 'VisitService -> Visit', 'VisitStore -> Visit', 'VisitService -> Calendar: free', 'VisitService -> PetStore: load', 'VisitService -> InvoiceService: open',
    'InvoiceController -> InvoiceService: list, pay', 'InvoiceController -> Invoice', 'InvoiceService -> InvoiceStore: save*2, list', 'InvoiceService -> Invoice', 'InvoiceStore -> Invoice', 'Invoice -> InvoiceLine', 'InvoiceService -> OwnerService: find',
    'OwnerService -> Log: info*9', 'VisitService -> Log: info*9', 'InvoiceService -> Log: info*9', 'OwnerService -> Dates: today', 'VisitService -> Dates: today*4', 'InvoiceService -> Dates: today*4',
  ],
  tables: [
    'Owner owns owners', 'OwnerStore writes owners', 'Pet owns pets', 'PetStore writes pets', 'Visit owns visits', 'VisitStore writes visits', 'VisitStore reads pets',
    'Invoice owns invoices', 'InvoiceLine owns invoice_lines', 'InvoiceStore writes invoices', 'InvoiceStore writes invoice_lines',
  ],
  transactions: ['OwnerService.save: owners, pets', 'VisitService.plan: visits, invoices', 'InvoiceService.pay: invoices, invoice_lines'],
  routes: [
    'OwnerController.find: GET /owners/{id}', 'OwnerController.save: POST /owners', 'OwnerController.addPet: POST /owners/{id}/pets', 'VisitController.plan: POST /visits', 'VisitController.list: GET /visits',
    'InvoiceController.list: GET /invoices', 'InvoiceController.pay: POST /invoices/{id}/payment',
  ],
});
