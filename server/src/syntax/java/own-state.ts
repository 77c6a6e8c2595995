import { annotation, field, fieldsOf, modifiers, type JavaNode } from './ask.js';

/** What the container puts into a field is no state of the object. */
const injected = ['EJB', 'Inject', 'Resource', 'PersistenceContext', 'PersistenceUnit', 'WebServiceRef', 'Autowired', 'In', 'Logger'];
/** Types that hold nothing which changes, when the field is final. */
const constant = /^(?:int|long|short|byte|char|double|float|boolean|String|Log|Logger|[A-Z]\w*Logger)$/;

/** Whether an object of the class itself keeps something between two calls; an inherited field cannot be seen and counts. */
export function keepsState(type: JavaNode): boolean {
  if (field(type, 'superclass')) return true;
  return fieldsOf(type).some(({ declaration, type: written }) => {
    const keywords = modifiers(declaration);
    return !keywords.has('static') && !(keywords.has('final') && constant.test(written)) && !annotation(declaration, ...injected);
  });
}
