const WIDTH = 15;

/** Below the order of every notice: where somebody stands who has none yet. */
export const NO_ORDER = '0'.repeat(WIDTH);

/** The `number`-th notice of a person as text, of one width: sorts like the number. */
export const orderText = (number: number): string => String(number).padStart(WIDTH, '0');

/**
 * Also of the marks of time that orders once were (`001795312800000.000000`): the numbers of people who have such notices
 * go on above them.
 */
export const orderNumber = (order: string): number => Number.parseInt(order, 10);
