// Signs of Unicode's radical blocks that PDF programs write for the ideographs they look like.

/** Each radical with the ideograph meant, in the order of Unicode (2E80–2EFF, CJK Radicals Supplement). */
const supplement = '⺁厂⺃乚⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺌小⺍小⺎尢⺏尢⺐尢⺑尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺝月⺟母⺠民⺡氵⺢水⺣灬⺤爫⺥爫⺧牛⺨犭⺩王⺪疋⺫罒⺬示⺭礻⺮竹⺯糸⺰纟⺱罒⺲罒⺵网⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑长⻒长⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟⻳龟⼾户'
const ideographs = new Map(Array.from({ length: supplement.length / 2 }, (_, at) => [supplement.charAt(2 * at), supplement.charAt(2 * at + 1)]))

/** The text with ideographs for radicals, sign for sign: ⼯⺠⻓ become 工民长. */
export const withoutRadicals = (text: string): string =>
  text.replace(/[\u2e80-\u2fdf]/g, (sign) => ideographs.get(sign) ?? sign.normalize('NFKC').charAt(0))
