import type { ReleaseFile } from '../datasets/index.ts';

/** Made-up releases for tests: by place and year, by branch, by month, by sector, and one row for each household. */
type Fields = ReleaseFile['schema']['fields'];

const release = (
  name: string,
  fields: Fields,
  primaryKey: string[],
  data: ReleaseFile['data'],
): ReleaseFile => ({
  $schema: 'https://datapackage.org/profiles/2.0/dataresource.json',
  name,
  version: '1.0.0',
  created: '2026-11-24',
  title: name,
  description: name,
  language: 'en',
  sources: [{ title: 'made up' }],
  changes: 'First.',
  schema: { fields, primaryKey },
  data,
});

const place = { name: 'place', type: 'string', rdfType: 'https://schema.org/Place' } as const;
const year = { name: 'year', type: 'year' } as const;
const number = (name: string, unit?: string) => ({
  name,
  type: 'number' as const,
  ...(unit ? { unit } : {}),
});
const coded = (name: string, categories: readonly string[]) => ({
  name,
  type: 'string' as const,
  categories: [...categories],
});

const years = [2019, 2020, 2021, 2022];
const byYear = (scale: number) =>
  ['LAO', 'KHM', 'WHO-WPR'].flatMap((code, index) =>
    years.map((each) => ({
      place: code,
      year: each,
      value: scale * (index + 1) + (each - 2019) * 0.25 * scale,
    })),
  );
const branches = ['old-age', 'children'];
const sectors = ['primary-care', 'hospitals', 'medicines', 'training', 'administration'];
const countries = ['LAO', 'KHM', 'VNM'];
const tenths = (value: number) => Math.round(value * 10) / 10;

const monthly = ['LAO', 'KHM'].flatMap((code, index) =>
  Array.from({ length: 24 }, (_, month) => {
    const value = tenths(5 * Math.sin(month / 3 + index) + index);
    return {
      place: code,
      date: `${2019 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`,
      value: month % 11 === 4 ? null : value,
      low: tenths(value - 1.5),
      high: tenths(value + 2),
    };
  }),
);
const bySector = countries.flatMap((code, index) =>
  sectors.map((sector, turn) => {
    const value = 6 + ((index * 5 + turn * 7) % 13) * 2.5;
    return {
      place: code,
      sector,
      value,
      low: value * 0.8,
      high: value * 1.3,
      margin: 1.5 + turn / 2,
      change: index === 1 && turn === 2 ? null : tenths(((turn * 11 + index * 7) % 17) - 8.4),
      people: 800 + ((index * 3 + turn * 5) % 11) * 650,
    };
  }),
);
const households = countries.flatMap((code, index) =>
  Array.from({ length: 30 }, (_, turn) => {
    const income = 800 + ((turn * 37 + index * 11) % 30) * 60 + index * 300;
    return {
      place: code,
      household: index * 30 + turn + 1,
      owner: turn % 3 === 0 ? 'tenants' : 'owners',
      size: (turn % 6) + 1,
      income,
      spending: Math.round(income * 0.15 + ((turn * 53) % 23) * 7 + index * 20),
    };
  }),
);

export const releases: Readonly<Record<string, ReleaseFile>> = {
  share: release('share', [place, year, number('value', 'percent')], ['place', 'year'], byYear(10)),
  income: release('income', [place, year, number('value', 'USD')], ['place', 'year'], byYear(1000)),
  coverage: release(
    'coverage',
    [place, coded('branch', branches), year, number('value', 'percent')],
    ['place', 'branch', 'year'],
    ['LAO', 'KHM'].flatMap((code) =>
      branches.map((branch, index) => ({ place: code, branch, year: 2020, value: 12.5 + index })),
    ),
  ),
  monthly: release(
    'monthly',
    [place, { name: 'date', type: 'date' }, number('value'), number('low'), number('high')],
    ['place', 'date'],
    monthly,
  ),
  sectors: release(
    'sectors',
    [
      place,
      coded('sector', sectors),
      ...['value', 'low', 'high', 'margin', 'change', 'people'].map((name) => number(name)),
    ],
    ['place', 'sector'],
    bySector,
  ),
  households: release(
    'households',
    [
      place,
      { name: 'household', type: 'integer' },
      coded('owner', ['owners', 'tenants']),
      ...['size', 'income', 'spending'].map((name) => number(name)),
    ],
    ['household'],
    households,
  ),
};

type FieldWords = Record<string, { title: string; unit?: string; values?: Record<string, string> }>;

/** The words of the fields, whichever data set they are in. */
export const fieldWords: Readonly<Record<string, FieldWords>> = {
  en: {
    place: { title: 'Place', values: { 'WHO-WPR': 'Western Pacific (average of countries)' } },
    year: { title: 'Year' },
    date: { title: 'Month' },
    value: { title: 'Amount', unit: '% of all' },
    branch: { title: 'Branch', values: { 'old-age': 'Older persons', children: 'Children' } },
    low: { title: 'Lowest estimate' },
    high: { title: 'Highest estimate' },
    margin: { title: 'Margin of error' },
    change: { title: 'Change in one year', unit: 'percentage points' },
    people: { title: 'People reached', unit: 'thousands' },
    size: { title: 'Members of the household' },
    income: { title: 'Income in a month', unit: 'US$' },
    spending: { title: 'Spending on health', unit: 'US$' },
    household: { title: 'Household' },
    owner: { title: 'Dwelling', values: { owners: 'Owners', tenants: 'Tenants' } },
    sector: {
      title: 'Sector',
      values: {
        'primary-care': 'Primary health care and prevention in the districts',
        hospitals: 'Hospitals',
        medicines: 'Medicines and medical supplies',
        training: 'Training of health workers',
        administration: 'Administration',
      },
    },
  },
  lo: {
    place: { title: 'ສະຖານທີ່', values: { 'WHO-WPR': 'ປາຊີຟິກຕາເວັນຕົກ (ສະເລ່ຍຂອງບັນດາປະເທດ)' } },
    year: { title: 'ປີ' },
    date: { title: 'ເດືອນ' },
    value: { title: 'ຈຳນວນ', unit: '% ຂອງທັງໝົດ' },
    branch: { title: 'ສາຂາ', values: { 'old-age': 'ຜູ້ສູງອາຍຸ', children: 'ເດັກນ້ອຍ' } },
    low: { title: 'ການຄາດຄະເນຕ່ຳສຸດ' },
    high: { title: 'ການຄາດຄະເນສູງສຸດ' },
    margin: { title: 'ຄ່າຄາດເຄື່ອນ' },
    change: { title: 'ການປ່ຽນແປງໃນໜຶ່ງປີ', unit: 'ຈຸດສ່ວນຮ້ອຍ' },
    people: { title: 'ຈຳນວນຄົນທີ່ໄດ້ຮັບບໍລິການ', unit: 'ພັນຄົນ' },
    size: { title: 'ສະມາຊິກຄົວເຮືອນ' },
    income: { title: 'ລາຍຮັບຕໍ່ເດືອນ', unit: 'ໂດລາສະຫະລັດ' },
    spending: { title: 'ລາຍຈ່າຍດ້ານສຸຂະພາບ', unit: 'ໂດລາສະຫະລັດ' },
    household: { title: 'ຄົວເຮືອນ' },
    owner: { title: 'ທີ່ຢູ່ອາໄສ', values: { owners: 'ເຈົ້າຂອງເຮືອນ', tenants: 'ຜູ້ເຊົ່າ' } },
    sector: {
      title: 'ຂະແໜງການ',
      values: {
        'primary-care': 'ການເບິ່ງແຍງສຸຂະພາບຂັ້ນພື້ນຖານ ແລະ ການປ້ອງກັນພະຍາດຢູ່ຂັ້ນເມືອງ',
        hospitals: 'ໂຮງໝໍ',
        medicines: 'ຢາ ແລະ ອຸປະກອນການແພດ',
        training: 'ການຝຶກອົບຮົມພະນັກງານສາທາລະນະສຸກ',
        administration: 'ການບໍລິຫານ',
      },
    },
  },
  km: {
    place: { title: 'ទីកន្លែង', values: { 'WHO-WPR': 'ប៉ាស៊ីហ្វិកខាងលិច (មធ្យមភាគនៃបណ្តាប្រទេស)' } },
    year: { title: 'ឆ្នាំ' },
    date: { title: 'ខែ' },
    value: { title: 'ចំនួន', unit: '% នៃចំនួនសរុប' },
    branch: { title: 'ផ្នែក', values: { 'old-age': 'មនុស្សចាស់', children: 'កុមារ' } },
    low: { title: 'ការប៉ាន់ស្មានទាបបំផុត' },
    high: { title: 'ការប៉ាន់ស្មានខ្ពស់បំផុត' },
    margin: { title: 'កម្រិតលម្អៀង' },
    change: { title: 'ការប្រែប្រួលក្នុងមួយឆ្នាំ', unit: 'ចំណុចភាគរយ' },
    people: { title: 'ចំនួនប្រជាជនដែលទទួលបានសេវា', unit: 'ពាន់នាក់' },
    size: { title: 'សមាជិកគ្រួសារ' },
    income: { title: 'ចំណូលប្រចាំខែ', unit: 'ដុល្លារអាមេរិក' },
    spending: { title: 'ចំណាយលើសុខភាព', unit: 'ដុល្លារអាមេរិក' },
    household: { title: 'គ្រួសារ' },
    owner: { title: 'លំនៅឋាន', values: { owners: 'ម្ចាស់ផ្ទះ', tenants: 'អ្នកជួល' } },
    sector: {
      title: 'វិស័យ',
      values: {
        'primary-care': 'ការថែទាំសុខភាពបឋម និងការបង្ការជំងឺនៅតាមស្រុក',
        hospitals: 'មន្ទីរពេទ្យ',
        medicines: 'ឱសថ និងសម្ភារៈវេជ្ជសាស្ត្រ',
        training: 'ការបណ្តុះបណ្តាលបុគ្គលិកសុខាភិបាល',
        administration: 'រដ្ឋបាល',
      },
    },
  },
  vi: {
    place: { title: 'Nơi', values: { 'WHO-WPR': 'Tây Thái Bình Dương (trung bình các nước)' } },
    year: { title: 'Năm' },
    date: { title: 'Tháng' },
    value: { title: 'Số lượng', unit: '% tổng số' },
    branch: { title: 'Chế độ', values: { 'old-age': 'Người cao tuổi', children: 'Trẻ em' } },
    low: { title: 'Ước tính thấp nhất' },
    high: { title: 'Ước tính cao nhất' },
    margin: { title: 'Sai số' },
    change: { title: 'Thay đổi trong một năm', unit: 'điểm phần trăm' },
    people: { title: 'Số người được phục vụ', unit: 'nghìn' },
    size: { title: 'Số thành viên hộ gia đình' },
    income: { title: 'Thu nhập hằng tháng', unit: 'đô la Mỹ' },
    spending: { title: 'Chi cho y tế', unit: 'đô la Mỹ' },
    household: { title: 'Hộ gia đình' },
    owner: { title: 'Nhà ở', values: { owners: 'Chủ nhà', tenants: 'Người thuê' } },
    sector: {
      title: 'Lĩnh vực',
      values: {
        'primary-care': 'Chăm sóc sức khỏe ban đầu và dự phòng ở tuyến huyện',
        hospitals: 'Bệnh viện',
        medicines: 'Thuốc và vật tư y tế',
        training: 'Đào tạo nhân viên y tế',
        administration: 'Quản lý hành chính',
      },
    },
  },
};
